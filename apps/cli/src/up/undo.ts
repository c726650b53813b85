/** What has been started, to be ended in reverse. Something started after the end was asked for is ended at once. */
export class Undo {
  readonly #stops: (() => Promise<void>)[] = [];
  #over = false;

  /** Throws where everything is ending: the start goes no further. */
  async add(stop: () => Promise<void>): Promise<void> {
    if (!this.#over) return void this.#stops.push(stop);
    await stop();
    throw new Error("The start was ended.");
  }

  async all(): Promise<void> {
    this.#over = true;
    for (let stop = this.#stops.pop(); stop; stop = this.#stops.pop()) await stop();
  }
}
