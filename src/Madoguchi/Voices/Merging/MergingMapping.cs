using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices.Changing;
using Madoguchi.Voices.Deciding;
using Madoguchi.Voices.Drawing;
using Madoguchi.Voices.Warming;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Merging;

public static class MergingMapping
{
    private const string LentProduct = "product", LentError = "errorText";

    extension(Db db)
    {
        /// <summary>The first is the same as the second, which goes on with the cases of both. What the first had stays with it, so that the two can be taken apart.</summary>
        public async Task<Result<VoiceStands, VoiceRefusal>> MergeVoice(Id<Voice> id, Id<Voice> into, CurrentAgent agent, DateTimeOffset now)
        {
            if (id == into)
                return VoiceRefusal.SameVoice;
            // Always in the same order, whoever merges which into which at once.
            foreach (var one in new[] { id, into }.OrderBy(v => v.Value))
                await db.Lock(one).AsTracking().SingleOrDefaultAsync(CancellationToken.None);
            if (await db.Voices.AsTracking().SingleOrDefaultAsync(v => v.Id == id, CancellationToken.None) is not { } voice || await db.LockVoice(into) is not { } other)
                return VoiceRefusal.Unknown;
            if (voice.IsMerged)
                return VoiceRefusal.MergedElsewhere;
            if (other.Id == id)
                return VoiceRefusal.SameVoice;
            var fresh = await db.TakeAlong(id, other.Id, agent.Name, now);
            await db.WeighRepeated(other.Id);
            await db.VoiceIncidents.Where(i => i.VoiceId == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.VoiceId, other.Id).SetProperty(i => i.FromId, id), CancellationToken.None);
            await db.VoiceOffers.Where(o => o.VoiceId == id && o.DismissedAt == null).ExecuteDeleteAsync(CancellationToken.None);
            (voice.MergedIntoId, voice.ChangedAt) = (other.Id, now);
            voice.Lent = string.Join(' ', new[] { other.Product is null && voice.Product is not null ? LentProduct : "", other.ErrorText is null && voice.ErrorText is not null ? LentError : "" }.Where(l => l.Length > 0));
            (other.Product, other.ErrorText) = (other.Product ?? voice.Product, other.ErrorText ?? voice.ErrorText);
            await db.HandOnDecision(voice, other, now);
            db.VoiceActs.Add(DrawingMapping.Acted(voice, Act.Merged, agent.Name, now, other.Id, words: other.Title));
            db.VoiceActs.Add(DrawingMapping.Acted(other, Act.Merged, agent.Name, now, id, words: voice.Title));
            db.Touch(voice, Change.Merged, now);
            db.Touch(other, Change.Merged, now);
            return await db.Standing(other, fresh, now);
        }

        /// <summary>Two voices after all: the one has its cases again, the other keeps its own and what has come to it since.</summary>
        public async Task<Result<VoiceStands, VoiceRefusal>> TakeApart(Id<Voice> id, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } voice)
                return VoiceRefusal.Unknown;
            if (voice.MergedIntoId is not { } into)
                return VoiceRefusal.NotMerged;
            var other = await db.Lock(into).AsTracking().SingleAsync(CancellationToken.None);
            if (other.IsMerged)
                return VoiceRefusal.MergedElsewhere;
            await db.VoiceCases.Where(c => c.VoiceId == into && c.FromId == id).ExecuteDeleteAsync(CancellationToken.None);
            await db.WeighRepeated(into);
            await db.VoiceIncidents.Where(i => i.VoiceId == into && i.FromId == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.VoiceId, id).SetProperty(i => i.FromId, (Id<Voice>?)null), CancellationToken.None);
            await db.DecisionDrafts.Where(d => d.VoiceId == into && d.From == voice.Title && d.SettledAt == null).ExecuteUpdateAsync(set => set.SetProperty(d => d.SettledAt, now), CancellationToken.None);
            var lent = voice.Lent?.Split(' ') ?? [];
            (other.Product, other.ErrorText) = (lent.Contains(LentProduct) && other.Product == voice.Product ? null : other.Product, lent.Contains(LentError) && other.ErrorText == voice.ErrorText ? null : other.ErrorText);
            (voice.MergedIntoId, voice.ChangedAt, voice.Lent) = (null, now, null);
            db.VoiceActs.Add(DrawingMapping.Acted(voice, Act.TakenApart, agent.Name, now, into, words: other.Title));
            db.VoiceActs.Add(DrawingMapping.Acted(other, Act.TakenApart, agent.Name, now, id, words: voice.Title));
            db.Touch(voice, Change.Merged, now);
            db.Touch(other, Change.Merged, now);
            return await db.Standing(voice, 0, now);
        }

        /// <summary>The case belongs to no voice, or to another one.</summary>
        public async Task<Result<VoiceStands, VoiceRefusal>> MoveCase(Id<Voice> id, Id<Case> caseId, Id<Voice>? to, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.LockVoice(id) is not { } voice)
                return VoiceRefusal.Unknown;
            if (await db.Find(caseId, new Caller(agent), now) is not { } theCase || await db.VoiceCases.AsTracking().SingleOrDefaultAsync(c => c.VoiceId == voice.Id && c.CaseId == caseId, CancellationToken.None) is not { } behind)
                return VoiceRefusal.NotBehindIt;
            var other = to is { } target ? await db.LockVoice(target) : null;
            if (to is not null && other is null)
                return VoiceRefusal.Unknown;
            if (other?.Id == voice.Id)
                return VoiceRefusal.SameVoice;
            db.VoiceCases.Remove(behind);
            db.VoiceActs.Add(DrawingMapping.Acted(voice, other is null ? Act.Removed : Act.Moved, agent.Name, now, other?.Id, caseId, other?.Title));
            db.Record(theCase, By.Agent(agent, true), new VoiceLeft(voice.Id.Value, voice.Title, other?.Id.Value), now);
            // It is not found again by itself: somebody has looked.
            db.VoiceOffers.RemoveRange(await db.VoiceOffers.Where(o => o.CaseId == caseId && o.VoiceId == voice.Id).ToListAsync(CancellationToken.None));
            db.VoiceOffers.Add(new VoiceOffer { CaseId = caseId, VoiceId = voice.Id, Likeness = 0, At = now, DismissedAt = now });
            db.Touch(voice, Change.Case, now);
            await db.SaveChangesAsync(CancellationToken.None);
            await db.Weigh(voice.Id, [caseId]);
            if (other is null)
                return await db.Standing(voice, 0, now);
            if (await db.Land(other, [caseId], Landed.Added, agent.Name, now) > 0)
                db.Record(theCase, By.Agent(agent, true), new VoiceJoined(other.Id.Value, DrawingMapping.Named(other.Kind), other.Title), now);
            return await db.Standing(other, 1, now);
        }

        // Ten thousand cases go along in one statement. How many were not there yet.
        private Task<int> TakeAlong(Id<Voice> from, Id<Voice> to, string byName, DateTimeOffset now)
        {
            var at = db.IsPostgres ? (object)now : Moment.ToUnixMicroseconds(now);
            return db.Database.ExecuteSqlAsync($"""
                insert into voice_cases ("VoiceId", "CaseId", "At", "ByName", "How", "FromId", "SaidAt", "Intensity", "Quote", "QuoteBy", "QuoteHiddenAt", "Again", "Turn", "Slow", "Fast", "Loud")
                select {to.Value}, "CaseId", {at}, {byName}, 'Merged', {from.Value}, "SaidAt", "Intensity", "Quote", "QuoteBy", "QuoteHiddenAt", "Again", "Turn", "Slow", "Fast", "Loud"
                from voice_cases v where "VoiceId" = {from.Value} and not exists (select 1 from voice_cases there where there."VoiceId" = {to.Value} and there."CaseId" = v."CaseId")
                """, CancellationToken.None);
        }

        // What was decided about the one is nobody's decision about both: it waits for a person.
        private async Task HandOnDecision(Voice voice, Voice other, DateTimeOffset now)
        {
            if (other.State is VoiceState.Open && await db.LastDecision(voice.Id) is { } last)
                db.DecisionDrafts.Add(new DecisionDraft { Id = Id<DecisionDraft>.New(), VoiceId = other.Id, State = last.State, Version = last.Version, TextJa = last.TextJa, TextEn = last.TextEn, From = voice.Title, At = now });
        }
    }
}
