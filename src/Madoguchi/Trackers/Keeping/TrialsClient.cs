using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Trackers.Keeping;

/// <summary>Tries whether a tracker can be reached and lets us in, and says it in words.</summary>
public sealed class Trials(IDbContextFactory<Db> contexts, IEnumerable<TrackerClient> clients, IDataProtectionProvider protection)
{
    /// <summary>Null: there is no such tracker.</summary>
    public async Task<Tried?> Try(Id<Tracker> id, CancellationToken ct)
    {
        Tracker? tracker;
        await using (var db = await contexts.CreateDbContextAsync(ct))
            tracker = await db.Trackers.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct);
        if (tracker is null)
            return null;
        try
        {
            return new(true, await clients.Single(c => c.Kind == tracker.Kind).Try(tracker, TrackerSecret.Open(tracker.Secret, protection) ?? "", ct));
        }
        catch (Exception no) when (!ct.IsCancellationRequested)
        {
            return new(false, no is TaskCanceledException ? "No answer in time." : no.Message);
        }
    }
}
