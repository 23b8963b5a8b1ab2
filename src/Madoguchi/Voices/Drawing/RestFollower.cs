using System.Text.Json;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Voices.Drawing;

public sealed record MoreToLand(Guid Voice, Guid Incident, string ByName)
{
    public const string Work = "voiceLanding";
}

/// <summary>Takes in the rest of a large incident, some at a time.</summary>
public sealed class RestFollower : OutboxWork
{
    public override string Kind => MoreToLand.Work;

    public override async Task Do(Db db, string payload, DateTimeOffset now)
    {
        var more = JsonSerializer.Deserialize<MoreToLand>(payload, Json.Options)!; // only ever written from one
        if (await db.LockVoice(new(more.Voice)) is { } voice)
            await db.LandSome(voice, new(more.Incident), more.ByName, now);
    }
}
