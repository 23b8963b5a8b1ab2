using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Changing;

public sealed record Touched(Guid VoiceId)
{
    public const string Work = "voiceChanged";
}

public static class TouchMapping
{
    // A voice that sixty cases join within the minute is told of once.
    private static readonly TimeSpan Gathers = TimeSpan.FromSeconds(30);

    extension(Db db)
    {
        /// <summary>Whoever follows the voice will be told: of a decision and a new voice at once, of all else when it has gathered.</summary>
        public async Task TouchVoice(Id<Voice> id, Change why, DateTimeOffset now)
        {
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is { } voice)
                db.Touch(voice, why, now);
        }

        /// <param name="voice">Locked.</param>
        internal void Touch(Voice voice, Change why, DateTimeOffset now)
        {
            var (isFirst, atOnce) = (voice.Untold is null, why is Change.Created or Change.Decision);
            voice.Untold = string.Join(' ', (voice.Untold?.Split(' ') ?? []).Append($"{why}").Distinct());
            voice.ChangedAt = now;
            if (isFirst || atOnce)
                db.Enqueue(Touched.Work, new Touched(voice.Id.Value), now, atOnce ? null : now + Gathers);
        }
    }
}
