using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.BrokenOff.LettingBe;

public static class LettingBeMapping
{
    extension(Db db)
    {
        public async Task<Result<LeftAlone, LetBeRefusal>> LetBe(Id<Case> id, Caller caller, string reason, DateTimeOffset now)
        {
            if (caller.Agent is not { } agent || await db.Find(id, caller, now) is not { } theCase)
                return LetBeRefusal.Unknown;
            var broken = theCase.BreakId is { } open ? await db.Breaks.AsTracking().SingleAsync(b => b.Id == open, CancellationToken.None) : null;
            if (theCase.LetBe(broken, PlainText.Clean(reason), agent, now).Refused(out var why, out var happened))
                return why;
            var entry = db.Record(theCase, caller.By(happened), happened, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new LeftAlone(entry.Number);
        }
    }
}
