using Madoguchi.Line;
using Madoguchi.Shared;

namespace Madoguchi.Chat.Ticketing;

/// <summary>A wait as people say it: whole minutes, rounded so that it promises neither too early nor too late; and where it stands on a scale that holds it.</summary>
/// <param name="Low">Minutes.</param>
/// <param name="High">Minutes, at least 1.</param>
/// <param name="Full">The end of the scale in minutes: three times a whole number.</param>
public sealed record WaitInMinutes(int Low, int High, int Full)
{
    /// <summary>Longer waits are told as times of the clock.</summary>
    public const int LongestInMinutes = 180;

    private static readonly int[] Scales = [3, 6, 15, 30, 45, 60, 90, 180];

    public static WaitInMinutes Of(Wait wait)
    {
        var (low, high) = (Math.Max(0, wait.Low / 60), Math.Max(1, (wait.High + 59) / 60));
        return new(low, high, Scales.FirstOrDefault(s => s >= high, (high + 2) / 3 * 3));
    }

    public bool IsLong => High > LongestInMinutes;

    /// <summary>In hundredths of the scale.</summary>
    public decimal From => Math.Round(100m * Low / Full, 1);

    public decimal Length => Math.Max(4, Math.Round(100m * High / Full, 1) - From);

    public IEnumerable<int> Ticks => [Full / 3, Full / 3 * 2, Full];

    public string NameIn(Tongue t) => High <= 1 ? t["1分以内", "within a minute"] : Low == 0 ? t[$"{High}分以内", $"within {High} min"] : Low == High ? t[$"およそ{High}分", $"about {High} min"] : t[$"{Low}〜{High}分", $"{Low}–{High} min"];
}
