using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Desks.OnDuty;
using Madoguchi.Shared;

namespace Madoguchi.Line.Boarding;

/// <summary>What a supervisor looks at: the lines of all desks, and who is where.</summary>
/// <param name="Today">As the house lives it; answered and abandoned are counted from its beginning.</param>
/// <param name="Sum">Over the desks shown.</param>
/// <param name="Agents">On duty, or serving somebody.</param>
public sealed record Board(DateOnly Today, BoardLine Sum, IReadOnlyList<BoardDesk> Desks, IReadOnlyList<BoardAgent> Agents);

/// <param name="Desk">Its name in addresses.</param>
/// <param name="Open">Whether it is open at this moment.</param>
public sealed record BoardDesk(string Desk, string Name, string? NameInEnglish, bool Open, BoardLine Line);

/// <param name="State">What holds: <c>offline</c> a minute after the last sign of their page.</param>
/// <param name="Since">Since when that holds; missing for who was never on duty.</param>
/// <param name="Desks">Of the desks shown, those where they sit.</param>
public sealed record BoardAgent(Id<Agent> AgentId, string Name, DutyState State, DateTimeOffset? Since, IReadOnlyList<string> Desks, IReadOnlyList<BoardTurn> Serving);

/// <summary>A turn that an agent is at.</summary>
/// <param name="Since">When it came.</param>
public sealed record BoardTurn(Id<Ticket> TicketId, Id<Case> CaseId, int Number, string Desk, Through By, TicketState State, DateTimeOffset? Since);
