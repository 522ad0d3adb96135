type Step = () => Promise<void> | void;

/** What has been opened, to be closed in reverse; what fails to close does not keep the rest open. */
export class Closing {
  private steps: Step[] = [];

  /** Closes this too; the last added is closed first. */
  add(step: Step): void {
    this.steps.push(step);
  }

  /** Closes everything added since, once. */
  async closeAll(): Promise<void> {
    const steps = this.steps.toReversed();
    this.steps = [];
    for (const step of steps) {
      try {
        await step();
      } catch {
        // Closing goes on: nothing can be done about it here.
      }
    }
  }
}
