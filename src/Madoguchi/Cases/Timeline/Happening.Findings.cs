using System.Text.Json;
using Madoguchi.Cases.Denying;

namespace Madoguchi.Cases.Timeline;

/// <summary>Somebody looked, and this came of it.</summary>
/// <param name="Text">In the house's words.</param>
public sealed record FindingMade(Guid Finding, Verdict Verdict, string Text, Basis Basis) : Happening;

/// <summary>The customer is told what came of the look.</summary>
/// <param name="Text">In words for people.</param>
public sealed record FindingShown(Guid Finding, Verdict Verdict, string Text, KeptRight? Right = null) : Happening;

/// <summary>The customer is told that somebody looks, at what, and by when they hear of it.</summary>
public sealed record CheckPromised(Guid Check, string What, DateTimeOffset By) : Happening;

/// <summary>A promised check was not told of in time.</summary>
public sealed record CheckLate(Guid Check, DateTimeOffset Due) : Happening;

/// <summary>A question to the technical desk, with the brief that goes along.</summary>
public sealed record EscalationAsked(Guid Escalation, DeskName From, DeskName To, string Question, DateTimeOffset Due, JsonElement Brief) : Happening;

/// <summary>The one line that the customer reads: this desk was asked, and by when it answers.</summary>
public sealed record TechnicalAsked(DeskName Desk, DateTimeOffset Due) : Happening;

/// <param name="From">Who answers.</param>
public sealed record EscalationAnswered(Guid Escalation, DeskName From, DeskName To, string Text, Verdict? Verdict = null) : Happening;

/// <summary>The technical desk had taken the case along; with its answer the asking desk goes on.</summary>
public sealed record CameBack(DeskName From, DeskName To) : Happening;

/// <param name="Untold">It was answered, but the customer has not heard of it.</param>
public sealed record EscalationLate(Guid Escalation, DeskName Desk, DateTimeOffset Due, bool Untold) : Happening;
