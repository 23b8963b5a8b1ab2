using System.Text.Json;
using Madoguchi.Desks;

namespace Madoguchi.Cases.Timeline;

/// <summary>A desk as the timeline names it.</summary>
public sealed record DeskName(string Slug, string Name, string? NameInEnglish = null)
{
    public static DeskName Of(Desk desk) => new(desk.Slug, desk.Name, desk.NameInEnglish);
}

/// <param name="Brief">Composed by the system at the time of the offer.</param>
public sealed record HandoverOffered(Guid Handover, DeskName From, DeskName To, string Reason, JsonElement Brief) : Happening;

/// <summary>Told to the customer before it happens: the next agent writes another language.</summary>
/// <param name="Language">BCP 47.</param>
public sealed record LanguageAhead(Guid Handover, DeskName To, string Language) : Happening;

/// <param name="Wait">The customer would rather wait for their own language.</param>
public sealed record LanguageAnswered(Guid Handover, bool Wait) : Happening;

/// <summary>The one line that the customer reads: this desk has read your story and is taking over.</summary>
public sealed record HandoverAccepted(Guid Handover, DeskName From, DeskName To) : Happening;

public sealed record HandoverReturned(Guid Handover, DeskName From, DeskName To, string Reason) : Happening;

public sealed record HandoverWithdrawn(Guid Handover, DeskName From, DeskName To) : Happening;

/// <param name="Why"><c>secondOffer</c> or <c>unanswered</c>.</param>
public sealed record Rang(string Why) : Happening
{
    public const string SecondOffer = "secondOffer";
    public const string Unanswered = "unanswered";
}

/// <summary>An agent of another desk was read the number and looked.</summary>
public sealed record CardOpened(string Desk) : Happening;

public sealed record TakenOver(DeskName From, DeskName To) : Happening;

public sealed record NumberClaimed(string Number) : Happening;

/// <summary>An agent made sure that the claimed number is theirs.</summary>
public sealed record NumberConfirmed(string Number) : Happening;
