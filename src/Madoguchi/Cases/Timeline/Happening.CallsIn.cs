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

/// <summary>A text message has gone to the customer.</summary>
/// <param name="To">The number, masked.</param>
/// <param name="Why"><c>link</c> or <c>notReached</c>.</param>
public sealed record Texted(string To, string Why) : Happening
{
    public const string Link = "link";
    public const string NotReached = "notReached";
}

/// <summary>A text message could not be sent, and is tried no more.</summary>
public sealed record TextFailed(string To, string Error) : Happening;

/// <summary>A promised call back is about to be late, or is.</summary>
/// <param name="Promised">By when it was promised.</param>
/// <param name="Broken">The time has passed: the supervisor knows.</param>
public sealed record CallBackLate(Guid Ticket, int Number, DateTimeOffset Promised, bool Broken) : Happening;
