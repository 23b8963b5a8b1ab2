using System.Text.Json.Serialization;
using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Line;

/// <summary>Seconds from now: in 90 of 100 cases the turn comes between the two.</summary>
public sealed record Wait(int Low, int High);

/// <param name="Number">As it is called out.</param>
/// <param name="Position">1 for the next one; 0 for who is being served, or out of the line.</param>
/// <param name="Wait">Null while it is not known.</param>
/// <param name="HeldUntil">Away when the turn came: the front is kept until then; for a call back, when we try again.</param>
public sealed record TicketView(
    Id<Ticket> TicketId, Id<Case> CaseId, string Desk, int Number, Through By, TicketState State, int Position, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Wait? Wait, DateTimeOffset JoinedAt,
    string? Phone = null, DateTimeOffset? NotBefore = null, DateTimeOffset? NotAfter = null, DateTimeOffset? HeldUntil = null, string? Agent = null);
