using Madoguchi.Cases.Approving;
using Madoguchi.Cases.Drafting;
using Madoguchi.Cases.Listening;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Madoguchi.Cases.Messaging;

public static class MessageMapping
{
    extension(Db db)
    {
        /// <summary>The case, locked, if this caller may see it.</summary>
        public Task<Case?> Find(Id<Case> id, Caller caller, DateTimeOffset now) =>
            db.Lock(id).VisibleTo(caller, db, now).AsTracking().SingleOrDefaultAsync(CancellationToken.None);

        /// <summary>A word of the customer or of the desk: found, decided and recorded under one lock.</summary>
        public async Task<Result<Recorded, CaseRefusal>> Say(Id<Case> id, Caller caller, Happening word, DateTimeOffset now) =>
            await db.Find(id, caller, now) is { } theCase ? await db.Say(theCase, caller, word, now) : CaseRefusal.Unknown;

        /// <summary>The same, but what an agent writes is held back when it sends the customer away.</summary>
        public async Task<Result<Recorded, SayRefusal>> Say(Id<Case> id, Caller caller, MessageSaid word, Hold hold, DateTimeOffset now)
        {
            if (await db.Find(id, caller, now) is not { } theCase)
                return SayRefusal.Unknown;
            if (caller.Agent is { } agent)
            {
                if ((await db.Passes(theCase, Read(word), caller, agent, hold, now)).Refused(out var held, out var noted))
                    return Held(held);
                if (await db.IsUnderApproval(theCase, agent))
                    return await db.Await(theCase, caller, agent, word, hold, now);
                db.Record(theCase, caller, noted, now);
            }

            return (await db.Say(theCase, caller, word, now)).Refused(out _, out var recorded) ? SayRefusal.WithAnotherDesk : recorded;
        }

        private async Task<Result<Recorded, CaseRefusal>> Say(Case theCase, Caller caller, Happening word, DateTimeOffset now)
        {
            IReadOnlyList<Happening> happened;
            if (caller.Agent is not { } agent)
                happened = theCase.Hear(word, now);
            else if (theCase.Answer(word, agent, now).Refused(out _, out var answered))
                return CaseRefusal.WithAnotherDesk;
            else
                happened = [answered];

            Entry? last = null;
            foreach (var one in happened)
                last = db.Record(theCase, caller.By(one), one, now);
            if (caller.Agent is null && word is MessageSaid { Text: var words })
                await db.GetService<Listeners>().Hear(db, theCase, last!, words);
            await db.SaveChangesAsync(CancellationToken.None);
            if (word is MessageSaid said)
                await db.ForgetSent(theCase.Id, caller, Purpose.Reply, said.Text);
            return new Recorded(last!.Number); // at least the word itself happened
        }
    }
    // Whoever reads another language reads the translation.
    private static string Read(MessageSaid word) => word.Translation is { } translation ? $"{word.Text}\n{translation.Text}" : word.Text;

    private static SayRefusal Held(HoldRefusal why) => why switch
    {
        HoldRefusal.WithAnotherDesk => SayRefusal.WithAnotherDesk,
        HoldRefusal.SendsAway => SayRefusal.SendsAway,
        HoldRefusal.NeedsFinding => SayRefusal.NeedsFinding,
        HoldRefusal.UnknownProof => SayRefusal.UnknownProof,
        HoldRefusal.NeedsApproval => SayRefusal.NeedsApproval,
    };
}
