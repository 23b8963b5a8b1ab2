using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Messaging;

public static class SecondAnswerMapping
{
    extension(Db db)
    {
        /// <summary>A reply that knows how far its writer had read: refused, and shown what was said, when a colleague was faster.</summary>
        public async Task<Result<Recorded, SayRefusal>> Say(Id<Case> id, Caller caller, MessageSaid word, Hold hold, Sight sight, DateTimeOffset now) =>
            await db.IsAnswered(id, caller, sight, now) ? SayRefusal.AnsweredMeanwhile : await db.Say(id, caller, word, hold, now);

        /// <summary>Whether a colleague has answered the customer since; looked at under the case's lock, so that of two who send at once one is told.</summary>
        public async Task<bool> IsAnswered(Id<Case> id, Caller caller, Sight sight, DateTimeOffset now)
        {
            sight.Theirs = null;
            if (sight is { Anyway: true } or { Seen: null } || caller.Agent is not { } agent || await db.Find(id, caller, now) is null)
                return false;
            var (seen, me, kinds) = (sight.Seen, agent.Id.Value, DeskAnswers.Kinds);
            sight.Theirs = await db.Entries.AsNoTracking().Where(e => e.CaseId == id && e.Number > seen && e.Role == Role.Agent && e.ById != me && !e.Internal && e.Withdrawn == null && kinds.Contains(e.Kind))
                .OrderByDescending(e => e.Number).FirstOrDefaultAsync(CancellationToken.None);
            return sight.Theirs is not null;
        }
    }
}
