using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases;

/// <summary>Why a desk may read a case. A desk that once owned it keeps reading.</summary>
public enum Why { Owns, Owned, Offered }

/// <summary>A desk's right to read a case; written with the act that gives or takes it.</summary>
public sealed class CaseDesk
{
    public required Id<Case> CaseId { get; init; }
    public required Id<Desk> DeskId { get; init; }
    public required Why Why { get; set; }
}

/// <summary>A customer's key to one case; only its hash is kept.</summary>
public sealed class CaseToken
{
    public required byte[] Hash { get; init; }
    public required Id<Case> CaseId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>How far somebody has read. One row for the customer (<see cref="Guid.Empty"/>) and one for each agent.</summary>
public sealed class ReadMark
{
    public required Id<Case> CaseId { get; init; }
    public required Guid Reader { get; init; }
    public required int Entry { get; set; }
    public required DateTimeOffset At { get; set; }
}

/// <summary>Half-typed text, kept by the server: one per case, writer and purpose.</summary>
public sealed class Draft
{
    public required Id<Case> CaseId { get; init; }

    /// <summary>The agent, or <see cref="Guid.Empty"/> for the customer.</summary>
    public required Guid Writer { get; init; }

    /// <summary><c>reply</c> or <c>note</c>.</summary>
    public required string Purpose { get; init; }
    public required string Text { get; set; }
    public required DateTimeOffset At { get; set; }
}
