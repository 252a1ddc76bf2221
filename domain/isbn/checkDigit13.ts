/** Returns the last digit of the ISBN-13 that begins with these twelve digits (ISO 2108). */
export function checkDigit13(twelve: string): string {
  const sum = twelve
    .split('')
    .map((digit) => '0123456789'.indexOf(digit))
    .reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3), 0);
  return `${(10 - (sum % 10)) % 10}`;
}
