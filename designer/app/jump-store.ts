import { create } from 'zustand';

interface JumpStore {
  shown: boolean;
  open: () => void;
  close: () => void;
}

/** Whether the jump box is open. */
export const useJump = create<JumpStore>()((set) => ({
  shown: false,
  open: () => set({ shown: true }),
  close: () => set({ shown: false }),
}));
