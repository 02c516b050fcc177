{
  /* ---- age: the one sentence that depends on the reader's clock ---- */

  function wholeMonths(from, to) {
    const months = (to.getFullYear() - from.getFullYear()) * 12 + to.getMonth() - from.getMonth();
    // the 31st comes round on the last day of a shorter month
    const lastDay = new Date(to.getFullYear(), to.getMonth() + 1, 0).getDate();
    return months - (to.getDate() < Math.min(from.getDate(), lastDay) ? 1 : 0);
  }

  function age(line) {
    const [year, month, day] = line.dataset.asAt.split("-").map(Number);
    const asAt = new Date(year, month - 1, day), today = new Date();
    if (Number.isNaN(asAt.getTime()) || asAt > today) return;
    const months = wholeMonths(asAt, today);
    const old =
      months < 1 ? "less than a month"
      : months === 1 ? "1 month"
      : months < 24 ? `${months} months`
      : `${Math.floor(months / 12)} years`;
    line.textContent = `These facts are ${old} old.`;
    line.hidden = false;
  }

  all(".age[data-as-at]").forEach(age);
}
