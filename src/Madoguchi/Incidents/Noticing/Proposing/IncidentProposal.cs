using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Incidents.Noticing.Jumps;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Noticing.Proposing;

public enum ProposalState
{
    Open,
    Declared,
    Dismissed,

    /// <summary>Nobody said anything, and nothing more came.</summary>
    Over,
}

/// <summary>A jump that was noticed: perhaps something is broken for many. Somebody says whether it is.</summary>
public sealed class IncidentProposal
{
    /// <summary>Nothing more for so long: it is over by itself.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromHours(2);

    /// <summary>What was dismissed is proposed again only when it comes twice as hard, or after so long.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    public required Id<IncidentProposal> Id { get; init; }
    public required JumpKind Kind { get; init; }

    /// <summary>What its cases have in common, folded; for words, the sketch of the first.</summary>
    public required string Key { get; init; }

    /// <summary>Of all its cases, or the one that it is narrowed to.</summary>
    public string? Product { get; set; }
    public bool IsNarrowed { get; init; }
    public string? Problem { get; init; }
    public string? ErrorText { get; init; }

    /// <summary>The error text as somebody told it, where that says no more than the folded one.</summary>
    public string? Told { get; set; }

    /// <summary>Words that its cases share and others do not, the most telling first; with <c>、</c> between.</summary>
    public string Words { get; set; } = "";
    public required DateTimeOffset Since { get; init; }

    /// <summary>When the last one came that fits.</summary>
    public required DateTimeOffset LastAt { get; set; }
    public required DateTimeOffset FoundAt { get; init; }
    public required int WindowMinutes { get; set; }

    /// <summary>As many people were in that window when it was most striking, so many would have been ordinary, and one in so many such windows shows as much by chance.</summary>
    public required int Striking { get; set; }
    public required double Expected { get; set; }
    public required double Odds { get; set; }

    /// <summary>Cases that fit so far, and of how many different people they are.</summary>
    public required int Seen { get; set; }
    public required int People { get; set; }
    public ProposalState State { get; set; }
    public DateTimeOffset? SettledAt { get; set; }
    public Id<Agent>? ById { get; set; }
    public string? ByName { get; set; }
    public Id<Incident>? IncidentId { get; set; }

    /// <summary>In a line: the error text, or whatever else it is about.</summary>
    public string Called => Told ?? ErrorText ?? (Kind is JumpKind.Words ? Words : Kind is JumpKind.Problem ? Problem : Product) ?? Key;

    public bool Fits(Jumps.Told told) => told.At >= Since && (!IsNarrowed || ContactMark.Same(told.Mark.Product, Product))
        && (Kind is JumpKind.Words ? told.Resembles(Key) : Kind is JumpKind.Exact ? told.Exact == Key : told.By(Kind) == Key);

    public bool Dismiss(CurrentAgent by, DateTimeOffset now)
    {
        if (State is not (ProposalState.Open or ProposalState.Over))
            return false;
        (State, SettledAt, ById, ByName) = (ProposalState.Dismissed, now, by.Id, by.Name);
        return true;
    }

    /// <summary>It was an incident after all.</summary>
    public bool TakeBack()
    {
        if (State is not ProposalState.Dismissed)
            return false;
        (State, SettledAt, ById, ByName) = (ProposalState.Open, null, null, null);
        return true;
    }

    /// <summary>Said to be none, and not much more than then.</summary>
    public bool Silences(Jump jump, DateTimeOffset now) => State is ProposalState.Dismissed && SettledAt + Remembered > now && jump.Seen < Math.Max(Striking, People) * 2 && Same(jump);

    private bool Same(Jump jump) => Kind is JumpKind.Words ? jump.Key.Kind is JumpKind.Words && Sketch.Read(Key)!.Likeness(Sketch.Read(jump.Key.Text)!) >= Likes.Alike // only ever written from one
        : Kind == jump.Key.Kind && Key == jump.Key.Text;
}

/// <summary>A case that fits a proposal.</summary>
public sealed class ProposalCase
{
    public required Id<IncidentProposal> ProposalId { get; init; }
    public required Id<Case> CaseId { get; init; }

    /// <summary>When the customer came.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>How many contacts of a key came in an hour (since 1970): what is normal is reckoned from these.</summary>
public sealed class ContactHour
{
    public const string All = "All";

    public required string Kind { get; init; }
    public required string Key { get; init; }
    public required long Hour { get; init; }
    public required int Count { get; init; }
}

/// <summary>One row: how far is counted, and how sensitive the house wants it.</summary>
public sealed class NoticingState
{
    public int Id { get; init; } = 1;
    public long? CountedUntil { get; set; }
    public FalseAlarms FalseAlarms { get; set; } = FalseAlarms.AQuarter;

    /// <summary>Fewer different people are no jump.</summary>
    public int Fewest { get; set; } = Looking.Fewest;
}
