/** Onethread's mark: three doors, one thread. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden>
      <path d="M6 22c0-8 4.5-12 10-12s10 4 10 12" fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
      <circle cx="6" cy="22" r="3" className="fill-whatsapp" />
      <circle cx="16" cy="10" r="3" className="fill-instagram" />
      <circle cx="26" cy="22" r="3" className="fill-messenger" />
    </svg>
  );
}
