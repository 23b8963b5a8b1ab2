using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Incidents.Noticing;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices.Changing;
using Madoguchi.Voices.Drawing;
using Madoguchi.Voices.Landing;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Adding;

public static class AddingMapping
{
    extension(Db db)
    {
        /// <summary>New information lands on the same voice; the case that it comes from stands behind it from then on.</summary>
        public async Task<Result<NewsMade, VoiceRefusal>> AddNews(Id<Voice> id, NewNews asked, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.LockVoice(id) is not { } voice)
                return VoiceRefusal.Unknown;
            if (asked.CaseId is { } caseId)
            {
                if (await db.Find(caseId, new Caller(agent), now) is not { } theCase)
                    return VoiceRefusal.UnknownCase;
                if (await db.Land(voice, [caseId], Landed.Added, agent.Name, now) > 0)
                    db.Record(theCase, By.Agent(agent, true), new VoiceJoined(voice.Id.Value, DrawingMapping.Named(voice.Kind), voice.Title), now);
            }

            var news = new VoiceNews
            {
                Id = Id<VoiceNews>.New(), VoiceId = voice.Id, CaseId = asked.CaseId, Text = PlainText.Clean(asked.Text), Steps = asked.Steps is null ? null : PlainText.Clean(asked.Steps), Versions = asked.Versions, Devices = asked.Devices, At = now, ByName = agent.Name,
            };
            db.VoiceNews.Add(news);
            db.Touch(voice, Change.News, now);
            await db.SaveChangesAsync(CancellationToken.None);
            return new NewsMade(news.Id);
        }

        /// <summary>The newest first.</summary>
        public async Task<IReadOnlyList<NewsView>> NewsOf(Id<Voice> id, CurrentAgent agent, CancellationToken ct)
        {
            var news = await db.VoiceNews.AsNoTracking().Where(n => n.VoiceId == id || db.Set<Voice>().Any(v => v.Id == n.VoiceId && v.MergedIntoId == id)).OrderByDescending(n => n.At).ToListAsync(ct);
            var cases = news.Select(n => n.CaseId).OfType<Id<Case>>().ToList();
            var visible = (await db.Cases.AsNoTracking().VisibleTo(agent, db).Where(c => cases.Contains(c.Id)).Select(c => c.Id).ToListAsync(ct)).ToHashSet();
            return [.. news.Select(n => new NewsView(n.Id, n.Text, n.Steps, n.Versions, n.Devices, n.CaseId is { } from && visible.Contains(from) ? from : null, n.At, n.ByName))];
        }

        public async Task<Result<VoiceStands, VoiceRefusal>> ChangeVoice(Id<Voice> id, VoiceChange to, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.LockVoice(id) is not { } voice)
                return VoiceRefusal.Unknown;
            if (voice.Title != PlainText.Clean(to.Title))
                db.VoiceActs.Add(DrawingMapping.Acted(voice, Act.Renamed, agent.Name, now, words: voice.Title));
            (voice.Kind, voice.Title, voice.Product, voice.ErrorText) = (to.Kind, PlainText.Clean(to.Title), to.Product, ErrorText.Exact(to.ErrorText));
            db.Touch(voice, Change.News, now);
            return await db.Standing(voice, 0, now);
        }

        /// <summary>Whoever sees the case may word its quote, or hide it.</summary>
        public async Task<Result<QuoteNow, VoiceRefusal>> ChangeQuote(Id<Voice> id, Id<Case> caseId, QuoteChange to, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.LockVoice(id) is not { } voice)
                return VoiceRefusal.Unknown;
            if (!await db.Cases.VisibleTo(agent, db).AnyAsync(c => c.Id == caseId, CancellationToken.None)
                || await db.VoiceCases.AsTracking().SingleOrDefaultAsync(c => c.VoiceId == voice.Id && c.CaseId == caseId, CancellationToken.None) is not { } behind)
                return VoiceRefusal.NotBehindIt;
            if (to.Text is { } text)
                (behind.Quote, behind.QuoteBy) = (PlainText.Clean(text), agent.Name);
            else if (to.Hidden is null)
                behind.QuoteBy = null;
            behind.QuoteHiddenAt = to.Hidden == true ? now : to.Hidden == false || to.Text is not null ? null : behind.QuoteHiddenAt;
            await db.SaveChangesAsync(CancellationToken.None);
            if (behind.QuoteBy is null)
                await db.HearAgain([caseId], now);
            return new QuoteNow(behind.QuoteHiddenAt is null ? behind.Quote : null);
        }
    }
}
