namespace Madoguchi.Cases.Timeline;

/// <summary>In line, with a number.</summary>
/// <param name="Phone">Whether they are called back.</param>
/// <param name="Low">Seconds: the shortest wait to expect, as it was shown. Missing when it was not known.</param>
/// <param name="High">Seconds: the longest.</param>
/// <param name="NotBefore">The beginning of the time that they chose.</param>
/// <param name="NotAfter">Its end.</param>
public sealed record LineJoined(Guid Ticket, int Number, bool Phone, int? Low = null, int? High = null, DateTimeOffset? NotBefore = null, DateTimeOffset? NotAfter = null) : Happening;

/// <summary>The turn has come.</summary>
/// <param name="Attempt">1 for the first time.</param>
public sealed record LineCalled(Guid Ticket, int Number, bool Phone, int Attempt) : Happening;

/// <summary>Not there, or did not answer: the place is kept.</summary>
/// <param name="Until">How long the front is kept; or when we call again.</param>
public sealed record LineHeld(Guid Ticket, int Number, DateTimeOffset Until, bool Phone, int Attempt) : Happening;

/// <summary>Back, at the front of the line.</summary>
public sealed record LineReturned(Guid Ticket, int Number) : Happening;

public sealed record LineServed(Guid Ticket, int Number) : Happening;

/// <param name="Because"><c>customer</c>, <c>agent</c>, <c>away</c> or <c>notReached</c>.</param>
public sealed record LineLeft(Guid Ticket, int Number, string Because) : Happening
{
    public const string ByCustomer = "customer";
    public const string ByAgent = "agent";
    public const string Away = "away";
    public const string NotReached = "notReached";
}
