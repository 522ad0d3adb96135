import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { flowRowSchema, flowViewSchema, type FlowView } from '../../rules-library/contract/flows.ts';
import type { Flow } from '../../rules-library/schema/flow.ts';
import { call, path } from '../api/client.ts';
import { listAnswer } from '../api/list-answer.ts';
import { queryKeys } from '../api/query-keys.ts';
import { newFlowId } from '../editor/ids.ts';
import { unnamed } from '../editor/unnamed.ts';
import type { ReadyStart } from './ready-starts.ts';

const rows = listAnswer(flowRowSchema);

/** Every rule flow, by rank. */
export function useFlows() {
  return useQuery({
    queryKey: queryKeys.flows,
    queryFn: ({ signal }) => call({ path: '/flows', answer: rows, signal }),
  });
}

/** One flow with its drawing. */
export function useFlowView(id: string) {
  return useQuery({
    queryKey: queryKeys.flow(id),
    queryFn: ({ signal }) => call({ path: path`/flows/${id}`, answer: flowViewSchema, signal }),
    // While it is open, saving keeps it fresh; news of a release reads it anew.
    staleTime: 2000,
    refetchOnWindowFocus: true,
  });
}

export function saveFlow(flow: Flow, version: number): Promise<FlowView> {
  return call({
    method: 'PUT',
    path: path`/flows/${flow.id}`,
    body: { flow, version },
    answer: flowViewSchema,
  });
}

export function createFlow(flow: Flow): Promise<FlowView> {
  return call({ method: 'POST', path: '/flows', body: { flow }, answer: flowViewSchema });
}

/** A new drawing: blank, or one of the ready starts. */
export function newFlow(start?: ReadyStart): Flow {
  return {
    schema: 1,
    id: newFlowId(),
    name: start?.name ?? unnamed,
    rank: 100,
    nodes: start?.drawing.nodes ?? [],
    edges: start?.drawing.edges ?? [],
    layout: start?.drawing.layout ?? {},
    cases: [],
  };
}

/** Makes a flow and opens it. */
export function useCreateFlow() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: createFlow,
    async onSuccess(view) {
      queryClient.setQueryData(queryKeys.flow(view.flow.id), view);
      void queryClient.invalidateQueries({ queryKey: queryKeys.flows });
      await navigate(`/rules/${encodeURIComponent(view.flow.id)}`);
    },
  });
}
