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

/// <summary>That they were served was a slip of the hand: the talk goes on.</summary>
public sealed record LineGoesOn(Guid Ticket, int Number) : Happening;

/// <param name="Because"><c>customer</c>, <c>agent</c>, <c>away</c>, <c>notReached</c> or <c>solved</c>.</param>
public sealed record LineLeft(Guid Ticket, int Number, string Because) : Happening
{
    public const string ByCustomer = "customer";
    public const string ByAgent = "agent";
    public const string Away = "away";
    public const string NotReached = "notReached";
    public const string WrongNumber = "wrongNumber";
    public const string Solved = "solved";
}

/// <summary>The case went to another desk, and the place in line with it: the time of joining counts there too.</summary>
/// <param name="Number">The new one.</param>
/// <param name="Before">The old one.</param>
public sealed record LineMoved(Guid Ticket, int Number, int Before, DeskName To) : Happening;

/// <summary>One agent is asked whether they take the turn.</summary>
/// <param name="Why">What it was decided by.</param>
public sealed record LineOffered(Guid Ticket, int Number, Guid Agent, string Name, IReadOnlyList<string> Why, DateTimeOffset Until) : Happening;

/// <summary>They did not take it: the turn goes to the next agent, the place stays the very front.</summary>
/// <param name="Answered">They said so; otherwise the time ran out.</param>
public sealed record LinePassed(Guid Ticket, int Number, Guid Agent, string Name, bool Answered) : Happening;
