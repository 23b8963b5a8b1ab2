using Madoguchi.Care;
using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Madoguchi.Inbox.Heeding;

public static class HeedMapping
{
    extension(Db db)
    {
        /// <summary>The caller has found the case by a scope of its own.</summary>
        public async Task<CaseHeed> HeedOf(Case theCase, CurrentAgent me, CancellationToken ct)
        {
            var now = db.GetService<TimeProvider>().Now;
            return new() { Incident = await db.IncidentOf(theCase, ct), Voices = await db.VoicesOf(theCase.Id, now, ct), MayPick = me.SeesAll, Care = await db.CareOf(theCase, now, ct) };
        }
    }
}
