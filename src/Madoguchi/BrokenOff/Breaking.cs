using Madoguchi.Cases;

namespace Madoguchi.BrokenOff;

/// <summary>How long we wait before we look for somebody.</summary>
/// <param name="Silence">Nothing heard while we owed nothing.</param>
/// <param name="Left">Gone from the chat page.</param>
public sealed record Waits(TimeSpan Silence, TimeSpan Left)
{
    public static readonly Waits Usual = new(TimeSpan.FromHours(24), TimeSpan.FromMinutes(10));

    /// <summary>The desk's own silence closes the case: whoever is to be found has to be found well before.</summary>
    public Waits At(int silenceHours) => TimeSpan.FromHours(silenceHours) is var closes && closes > Silence ? this : this with { Silence = closes / 2 };
}

/// <summary>What was found: how a contact broke off, and since when.</summary>
public sealed record Found(BreakKind How, DateTimeOffset Since);

/// <summary>Whether a contact has broken off midway (docs/using.md says the same in words).</summary>
public static class Breaking
{
    /// <summary>When somebody was last seen is noted to the minute.</summary>
    public static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    /// <param name="seen">When the customer was last at their page; null: never.</param>
    public static Found? Off(Case theCase, Course course, DateTimeOffset? seen, Waits waits, DateTimeOffset now)
    {
        // Put on hold by an agent until a time: then we have said when we look again.
        if (theCase.IsClosed || theCase.BreakId is not null || theCase.SnoozedUntil > now)
            return null;
        if (seen is { } last && now - last >= waits.Left && Left(theCase, course, last) is { } left && now - left.Since >= waits.Left)
            return left;
        return IsTheirTurn(theCase) && now - theCase.WaitingForCustomerSince >= waits.Silence ? new(BreakKind.Silence, theCase.WaitingForCustomerSince!.Value) : null; // compared: not null
    }

    // Left the page: after a "no" or an offer whoever's turn it was; otherwise in mid-conversation, when it was theirs. Who spoke
    // elsewhere since (by mail, through the API) has not left, and who never saw an answer waits for one.
    private static Found? Left(Case theCase, Course course, DateTimeOffset seen)
    {
        if (seen + Grain < course.LastSpokeAt)
            return null;
        if (course.Turn is { } turn && turn.At <= seen + Grain)
            return new(turn.How, seen > turn.At ? seen : turn.At);
        return IsTheirTurn(theCase) && course.FirstAnswerAt <= seen + Grain
            ? new(BreakKind.ChatClosed, seen > theCase.WaitingForCustomerSince ? seen : theCase.WaitingForCustomerSince!.Value) : null; // their turn: since some time
    }

    // While another desk thinks about an offer, it is not the customer who is waited for.
    private static bool IsTheirTurn(Case theCase) => theCase is { WaitingForCustomerSince: not null, PendingHandoverId: null };
}
