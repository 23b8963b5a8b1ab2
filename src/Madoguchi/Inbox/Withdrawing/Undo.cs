using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;

namespace Madoguchi.Inbox.Withdrawing;

/// <summary>The viewer's own last word, while nothing was said after it.</summary>
/// <param name="Until">How long it can be taken back although it is read; nothing: it is not read yet.</param>
public sealed record Undo(int Entry, DateTimeOffset? Until)
{
    /// <param name="entries">The newest, oldest first.</param>
    public static Undo? Of(IReadOnlyList<Entry> entries, CurrentAgent me, int seenByCustomer) =>
        entries.LastOrDefault(e => e.Withdrawn is null && (Cases.Timeline.Entry.IsOfCustomer(e.Role, e.Kind) || DeskAnswers.Kinds.Contains(e.Kind))) is { Role: Role.Agent, Number: > 1, Kind: "message" or "attachment" } last && last.ById == me.Id.Value
            ? new(last.Number, last.Number > seenByCustomer ? null : last.At + Case.Regret) : null;
}
