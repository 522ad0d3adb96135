import { answerRequests } from '../../../server/threads/answer-requests.ts';

answerRequests((request, { stopped, progress }) => {
  const { count = 0, die } = request as { count?: number; die?: boolean };
  if (die === true) process.exit(1);
  if (count < 0) throw new Error(`cannot count to ${count}`);
  let at = 0;
  while (at < count && !stopped()) {
    at++;
    if (at <= 3) progress(at);
  }
  return `counted to ${at}`;
});
