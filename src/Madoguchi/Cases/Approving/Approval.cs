using System.Text.Json;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Approving;

public enum ApprovalState { Awaiting, Approved, Returned, TakenBack, Replaced }

/// <summary>Why the second person's word was not taken.</summary>
public enum DecideRefusal { Unknown, OwnReply, UnderApproval, WithAnotherDesk, NeedsWords, Decided, AuthorAway, SendsAway, NeedsFinding, UnknownProof, Closed }

/// <summary>A reply that waits for a second person: kept as it will be sent, seen by colleagues, never by the customer.</summary>
public sealed class Approval
{
    public const int LongestWords = 2_000;

    public required Id<Approval> Id { get; init; }
    public required Id<Case> CaseId { get; init; }
    public required Id<Agent> AuthorId { get; init; }
    public required string AuthorName { get; init; }

    /// <summary>The happening that it will be: its kind, and JSON.</summary>
    public required string Kind { get; init; }
    public required string Body { get; init; }

    /// <summary>What the author said beside the words, JSON.</summary>
    public required string Beside { get; init; }

    /// <summary>The last entry when it was written: what came since is shown to the second person.</summary>
    public required int Seen { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public ApprovalState State { get; private set; } = ApprovalState.Awaiting;
    public Id<Agent>? DecidedBy { get; private set; }
    public string? DecidedByName { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public string? Words { get; private set; }

    public Happening Word => Happening.Read(Kind, Body);

    /// <summary>What the customer would read.</summary>
    public string Text => Word switch
    {
        MessageSaid said => said.Text,
        SolutionProposed solution => solution.Outcome,
        _ => "",
    };

    /// <summary>All that is read of it: whoever reads another language reads the translation.</summary>
    public string Read => Word is MessageSaid { Translation: { } along } said ? $"{said.Text}\n{along.Text}" : Text;

    public bool IsSolution => Word is SolutionProposed;

    public Hold Hold => JsonSerializer.Deserialize<Resting>(Beside, Json.Kept) is { } r ? new Hold(r.Because, null, r.Declines, r.Cites, r.Articles, r.Voices) { IsApproved = true } : new Hold();

    public static Approval Of(Id<Approval> id, Case theCase, Happening word, Hold hold, CurrentAgent author, DateTimeOffset now) => new()
    {
        Id = id, CaseId = theCase.Id, AuthorId = author.Id, AuthorName = author.Name, Kind = Happening.KindOf(word), Body = JsonSerializer.Serialize(word, word.GetType(), Json.Options),
        Beside = JsonSerializer.Serialize(new Resting(hold.Because, hold.Declines, hold.Cites, hold.Articles, hold.Voices), Json.Options), Seen = theCase.LastEntry, AskedAt = now,
    };

    /// <summary>The desk has everybody's replies approved, or this agent's are. A desk's switch is for its agents; supervisors and administrators have their own.</summary>
    public static bool IsUnder(CurrentAgent agent, bool deskNeedsApproval) => agent.NeedsApproval || (deskNeedsApproval && agent.Role is AgentRole.Agent);

    /// <summary>Who may say yes or no: somebody of the desk that has the case, or a supervisor; never who wrote it, and nobody whose own replies wait.</summary>
    public DecideRefusal? Prevents(Case theCase, CurrentAgent by, bool deskNeedsApproval) =>
        by.Id == AuthorId ? DecideRefusal.OwnReply : !by.WorksAt(theCase.DeskId) ? DecideRefusal.WithAnotherDesk : IsUnder(by, deskNeedsApproval) ? DecideRefusal.UnderApproval : null;

    /// <summary>Whether this word can be taken from this agent now. The author's "no" takes it back, and needs no words.</summary>
    public DecideRefusal? Prevents(Case theCase, bool approve, string? words, CurrentAgent by, bool deskNeedsApproval)
    {
        var own = by.Id == AuthorId && !approve;
        if (!own && Prevents(theCase, by, deskNeedsApproval) is { } why)
            return why;
        if (State is not ApprovalState.Awaiting)
            return DecideRefusal.Decided;
        if (approve)
            return IsSolution && theCase.IsClosed ? DecideRefusal.Closed : null;
        return own || words is not null ? null : DecideRefusal.NeedsWords;
    }

    /// <summary>Once: whoever comes second finds it decided.</summary>
    public Result<Happening, DecideRefusal> Decide(Case theCase, bool approve, string? words, CurrentAgent by, bool deskNeedsApproval, DateTimeOffset now)
    {
        if (Prevents(theCase, approve, words, by, deskNeedsApproval) is { } why)
            return why;
        var own = by.Id == AuthorId;
        (State, DecidedBy, DecidedByName, DecidedAt, Words) = (approve ? ApprovalState.Approved : own ? ApprovalState.TakenBack : ApprovalState.Returned, by.Id, by.Name, now, words);
        return approve ? new Approved(Id.Value, AuthorName, words) : new ApprovalReturned(Id.Value, AuthorId.Value, AuthorName, own ? null : words);
    }

    /// <summary>The author has written another one.</summary>
    public void Replace(DateTimeOffset now) => (State, DecidedAt) = (ApprovalState.Replaced, now);

    private sealed record Resting(string? Because = null, bool? Declines = null, IReadOnlyList<Id<Denying.Finding>>? Cites = null, IReadOnlyList<string>? Articles = null, IReadOnlyList<Guid>? Voices = null);
}
