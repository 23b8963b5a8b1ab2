namespace Madoguchi.Cases.Timeline;

/// <summary>The customer has called, as the telephone system reports.</summary>
/// <param name="Call">Which call.</param>
/// <param name="State"><c>missed</c>, or <c>answered</c>.</param>
/// <param name="At">When it rang.</param>
/// <param name="Calls">How many calls from this number within three days, this one included.</param>
public sealed record CallCame(Guid Call, string State, DateTimeOffset At, int Calls) : Happening
{
    public const string Missed = "missed";
    public const string Answered = "answered";
}
