using Madoguchi.Desks;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices;
using Madoguchi.Voices.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Trackers.Listening;

/// <summary>What became of a decision that came from a tracker.</summary>
public enum HeardAs
{
    /// <summary>Everyone behind the voice is told.</summary>
    Decided,

    /// <summary>It waits for a person's words.</summary>
    Draft,

    /// <summary>So it stood already.</summary>
    Known,
    UnknownVoice,

    /// <summary>Its words cannot be sent to customers.</summary>
    Refused,
}

public static class FromTrackerMapping
{
    extension(Db db)
    {
        /// <summary>A state that was reached at the developers' becomes a decision here. Nobody is sent a text that has gaps, nor taken back what they were promised, before a person has read it.</summary>
        /// <param name="words">For the public, where the tracker gave some.</param>
        public async Task<HeardAs> DecidedThere(Tracker tracker, Id<Voice> id, VoiceState state, string? version, Bilingual? words, DateTimeOffset now)
        {
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } voice)
                return HeardAs.UnknownVoice;
            if (Meaning.IsTold(voice, state, version))
                return HeardAs.Known;
            var text = words is { IsEmpty: false } ? words : await db.WordsForTracker(state, version, voice.Title, CancellationToken.None);
            var hasGaps = DecisionWords.LeftOpen(text.Ja).Concat(DecisionWords.LeftOpen(text.En)).Any();
            if (!tracker.TellsByItself || hasGaps || (words is null && Meaning.IsStepBack(voice, state)))
            {
                await db.Draft(tracker, voice, state, version, text, now);
                return HeardAs.Draft;
            }

            return (await db.Decide(id, new NewDecision(state, text, null, version), CurrentAgent.Bootstrap, now, tracker.Name)).Refused(out _, out _) ? HeardAs.Refused : HeardAs.Decided;
        }

        private async Task Draft(Tracker tracker, Voice voice, VoiceState state, string? version, Bilingual text, DateTimeOffset now)
        {
            await db.DecisionDrafts.Where(d => d.VoiceId == voice.Id && d.SettledAt == null).ExecuteUpdateAsync(d => d.SetProperty(x => x.SettledAt, now), CancellationToken.None);
            db.DecisionDrafts.Add(new DecisionDraft { Id = Id<DecisionDraft>.New(), VoiceId = voice.Id, State = state, Version = version, TextJa = text.Ja, TextEn = text.En, From = tracker.Name, At = now });
            if (voice.DeciderId is null)
                await db.NoticeSupervisors(DeciderMapping.ToDecide, $"/desk/voices/{voice.Id}", voice.Title, now);
            else
                db.RingDecider(voice, now);
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }
}
