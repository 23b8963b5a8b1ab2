namespace Madoguchi.Remedies;

/// <summary>The fee for days on which it could not be used: whole yen, and never less than it was.</summary>
public static class UnusableDays
{
    public const int Most = 3_660;

    /// <param name="daily">What one day costs.</param>
    public static long Fee(int days, decimal daily) => OfMonthly(days, daily, 1);

    /// <summary>Of a fee for a month of so many days.</summary>
    public static long OfMonthly(int days, decimal monthly, int daysOfMonth) =>
        days <= 0 || monthly <= 0 || daysOfMonth <= 0 ? 0 : (long)Math.Ceiling(Math.Min(days, Most) * Math.Min(monthly, Grant.Most) / daysOfMonth);
}
