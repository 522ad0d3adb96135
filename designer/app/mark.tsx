/** The product's mark. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="8" fill="#0958d9" />
      <path d="M0 21.5 32 10v14a8 8 0 0 1-8 8H8a8 8 0 0 1-8-8z" fill="#69b1ff" />
    </svg>
  );
}
