using Madoguchi.Cases.Timeline;
using Madoguchi.Mail.Sending;
using Madoguchi.Storage;

namespace Madoguchi.Mail.Answering;

/// <summary>Sees each answer of a desk, and has somebody look a little later whether the customer has read it. What is told to everybody at once has a pace of its own.</summary>
public sealed class AnswersFollower(MailSettings settings) : EntryWork
{
    // What is older is history that this installation learns of late: nobody waits for it any more.
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    public override Task Do(Db db, IReadOnlyList<Entry> entries, DateTimeOffset now)
    {
        foreach (var answers in entries.Where(e => e is { Role: Role.Agent, Internal: false } && e.At > now - Fresh && AnswersLetter.Kinds.Contains(e.Kind) && e.Kind != AnswersLetter.ToAll).GroupBy(e => e.CaseId))
            db.Enqueue(LookFollower.Name, new Look(answers.Key, answers.Max(a => a.At)), now, answers.Max(a => a.At) + settings.AnswersAfter);
        return Task.CompletedTask;
    }
}
