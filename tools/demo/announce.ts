/**
 * Words the date of the n-th book as a publisher would: mostly exact days, clustered on the usual
 * release days, and sometimes a vague one, the later the vaguer.
 */
export function announce(today: Date, n: number): string {
  const offset = spread(n);
  const day = new Date(today.getTime() + offset * 86_400_000);
  const year = day.getUTCFullYear();
  const month = day.getUTCMonth() + 1;
  const date = day.getUTCDate();
  if (offset > 100 && n % 3 === 0) return `${year}年${season(month)}`;
  if (offset > 60 && n % 4 === 0) return `${year}年${month}月`;
  if (offset > 30 && n % 4 === 1) return `${year}年${month}月${third(date)}`;
  if (offset > 20 && n % 9 === 2) return `${year}年${month}月${date}日頃`;
  if (n % 41 === 40) return '未定';
  return `${year}/${String(month).padStart(2, '0')}/${String(date).padStart(2, '0')}`;
}

// From 9 days ago to about 130 days ahead, thinning out with distance.
function spread(n: number): number {
  const near = (n * 17) % 140;
  return Math.round((near * near) / 150) - 9 + (n % 3);
}

function third(date: number): string {
  if (date <= 10) return '上旬';
  return date <= 20 ? '中旬' : '下旬';
}

function season(month: number): string {
  if (month >= 3 && month <= 5) return '春';
  if (month >= 6 && month <= 8) return '夏';
  return month >= 9 && month <= 11 ? '秋' : '冬';
}
