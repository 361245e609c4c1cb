/** An e-mail address as complete as a form can tell. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text.trim());

/** A telephone number: at least eight digits and nothing but what is written between them. */
export const isPhone = (text: string): boolean =>
  /^\+?[\d\s().-]+$/.test(text.trim()) && text.replace(/\D/g, '').length >= 8;

/** One field for both: e-mail or phone, nothing when empty, null when it is neither. */
export function contactOf(text: string): { email?: string; phone?: string } | null {
  const value = text.trim();
  if (value === '') return {};
  if (isEmail(value)) return { email: value };
  return isPhone(value) ? { phone: value } : null;
}
