using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Handovers;
using Madoguchi.Shared;

namespace Madoguchi.Cards;

/// <summary>What an agent sees to whom a customer reads the number: so that the customer repeats nothing, at whichever desk.</summary>
/// <param name="Facts">Of the person and the devices; those of a case if that case is shown.</param>
/// <param name="Cases">Open ones at every desk, then closed ones that the agent may see; newest activity first.</param>
public sealed record Card(
    string CustomerNumber, string? Name, string? Reading, string? Company, Honorific Honorific, string Language, IReadOnlyList<CardAddress> Addresses,
    IReadOnlyList<BriefFact> Facts, IReadOnlyList<CardCase> Cases);

public sealed record CardAddress(AddressKind Kind, string Value, bool Verified);

/// <param name="Desk">The owner desk's slug.</param>
/// <param name="Mine">The agent may open it; otherwise the brief is all there is, and taking it over.</param>
public sealed record CardCase(
    Id<Case> CaseId, string Desk, string DeskName, Status Status, string Subject, string Language, Brief Brief, bool Mine, DateTimeOffset OpenedAt, DateTimeOffset ActiveAt,
    DateTimeOffset? ClosedAt = null, string? Product = null);
