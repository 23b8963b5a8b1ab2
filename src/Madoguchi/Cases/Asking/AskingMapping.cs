using Madoguchi.Cases.Facts;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Cases.Asking;

public static class AskingMapping
{
    extension(Db db)
    {
        /// <summary>Asks the customer for a fact; or finds it known, and then <c>Known</c> says what, from whom and since when.</summary>
        public async Task<(Result<Recorded, AskRefusal> Result, KnownView? Known)> Ask(Id<Case> id, Caller caller, Question question, DateTimeOffset now)
        {
            if (caller.Agent is not { } agent || await db.Find(id, caller, now) is not { } theCase)
                return (AskRefusal.Unknown, null);

            var known = Known.Of(theCase, question.Fact, await db.Holding(theCase), now);
            var words = await db.Words(theCase, CancellationToken.None);
            var asked = new QuestionAsked(question.Fact, words.Label(question.Fact), words.Help(question.Fact));
            if (theCase.Ask(asked, known, question.Because is { } because ? PlainText.Clean(because) : null, agent, now).Refused(out var why, out var happened))
                return (why, known is null ? null : KnownView.Of((await db.Show(theCase, [known.Fact], caller, CancellationToken.None))[0], known.AgeDays));

            Entry? last = null;
            foreach (var one in happened)
                last = db.Record(theCase, caller.By(one), one, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return (new Recorded(last!.Number), null); // the question is the last that happened
        }
    }
}
