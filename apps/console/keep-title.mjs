// Next renames its process to "next-server". An operator tells our processes apart by their command lines, and so does
// the supervisor when it clears up after a killed run: the name stays.
const title = process.title;
Object.defineProperty(process, "title", { get: () => title, set: () => {} });
