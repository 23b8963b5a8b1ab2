using Madoguchi.Desks;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Deciding;

/// <param name="AgentId">Null: nobody is named any more.</param>
public sealed record NewDecider(Id<Agent>? AgentId = null);

/// <param name="WaitingDays">For how many days it has been waiting for them; nothing when it is decided.</param>
public sealed record DeciderNow(Id<Voice> VoiceId, Id<Agent>? AgentId, string? Name, DateTimeOffset WaitingSince, int? WaitingDays);

public sealed record NewListing(bool Listed);

public enum DeciderRefusal { Unknown, UnknownAgent, NotYours }

public static class DeciderMapping
{
    /// <summary>A decider rings; and again when it has waited for a week.</summary>
    public const string ToDecide = "decisionWaits";

    extension(Db db)
    {
        /// <summary>Names who decides. It waits for them from then on, and they hear of it.</summary>
        public async Task<Result<DeciderNow, DeciderRefusal>> NameDecider(Id<Voice> id, NewDecider asked, CurrentAgent by, DateTimeOffset now)
        {
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } voice)
                return DeciderRefusal.Unknown;
            if (!voice.MayBeDecidedBy(by))
                return DeciderRefusal.NotYours;
            var who = asked.AgentId is { } named ? await db.Agents.AsNoTracking().SingleOrDefaultAsync(a => a.Id == named && a.LeftAt == null, CancellationToken.None) : null;
            if (asked.AgentId is not null && who is null)
                return DeciderRefusal.UnknownAgent;
            if (voice.DeciderId != who?.Id)
            {
                (voice.DeciderId, voice.DeciderName, voice.WaitingSince, voice.ChangedAt) = (who?.Id, who?.Name, now, now);
                if (who is not null && who.Id != by.Id)
                    db.RingDecider(voice, now);
                await db.SaveChangesAsync(CancellationToken.None);
            }

            return new DeciderNow(id, voice.DeciderId, voice.DeciderName, voice.WaitingSince, voice.State is VoiceState.Open ? (int)(now - voice.WaitingSince).TotalDays : null);
        }

        /// <summary>Whether the public page shows it, once it is decided.</summary>
        public async Task<bool> List(Id<Voice> id, bool listed)
        {
            if (await db.Lock(id).SingleOrDefaultAsync(CancellationToken.None) is null)
                return false;
            (await db.KeepingOf(id)).Unlisted = !listed;
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }

        /// <param name="voice">Locked; with a decider.</param>
        public void RingDecider(Voice voice, DateTimeOffset now)
        {
            if (voice.DeciderId is not { } decider)
                return;
            db.Notices.Add(new Notice { Id = Id<Notice>.New(), AgentId = decider, CaseId = default, Kind = ToDecide, At = now, About = $"/desk/voices/{voice.Id}", Says = voice.Title });
            db.RingAfterCommit(Topic.Of(decider));
        }

        internal async Task<VoiceKeeping> KeepingOf(Id<Voice> id)
        {
            if (await db.VoiceKeepings.AsTracking().SingleOrDefaultAsync(k => k.Id == id, CancellationToken.None) is { } kept)
                return kept;
            var fresh = new VoiceKeeping { Id = id };
            db.VoiceKeepings.Add(fresh);
            return fresh;
        }
    }
}
