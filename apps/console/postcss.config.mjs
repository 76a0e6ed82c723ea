/** Tailwind scans the console only, whatever folder the build was started from. */
const config = { plugins: { "@tailwindcss/postcss": { base: import.meta.dirname } } };
export default config;
