using System.Text.Json;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices.Warming;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Changing;

/// <summary>What learns from voices, such as the developers' trackers: at least once, in no promised order. It runs inside the door, in the transaction that takes the news off the list.</summary>
public abstract class VoiceWork
{
    public abstract Task Do(Db db, VoiceChanged changed, DateTimeOffset now);
}

/// <summary>Tells whoever follows a voice what has gathered; a second row for the same news finds nothing left to tell.</summary>
public sealed class ChangedFollower(IEnumerable<VoiceWork> works) : OutboxWork
{
    private readonly VoiceWork[] works = [.. works];

    public override string Kind => Touched.Work;

    public override async Task Do(Db db, string payload, DateTimeOffset now)
    {
        var id = new Id<Voice>(JsonSerializer.Deserialize<Touched>(payload, Json.Options)!.VoiceId); // only ever written from one
        if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { Untold: { } untold } voice)
            return;
        voice.Untold = null;
        voice.ToldDegrees = (await db.TemperatureOf(id, now, CancellationToken.None)).Degrees;
        await db.SaveChangesAsync(CancellationToken.None);
        foreach (var work in works)
            await work.Do(db, new(id, [.. untold.Split(' ').Select(Enum.Parse<Change>)]), now);
    }
}
