namespace Madoguchi.Inbox.Proving;

/// <summary>The stretch of time that is looked at.</summary>
/// <param name="At">What it lies around; null: from a day before the story was told to an hour after.</param>
public sealed record ProofSpan(DateTimeOffset From, DateTimeOffset To, DateTimeOffset? At, int? Minutes)
{
    public const int Near = 10;
    public const int Longest = 60 * 24 * 31;

    public static ProofSpan Of(DateTimeOffset opened, DateTimeOffset? at, int? minutes)
    {
        if (at is null && minutes is null)
            return new(opened.AddHours(-24), opened.AddHours(1), null, null);
        var (middle, half) = (at ?? opened, Math.Clamp(minutes ?? Near, 1, Longest));
        return new(middle.AddMinutes(-half), middle.AddMinutes(half), middle, half);
    }
}
