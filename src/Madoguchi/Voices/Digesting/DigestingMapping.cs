using System.Text.Json;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Mail;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices.Deciding;
using Madoguchi.Voices.Showing;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Voices.Digesting;

public static class DigestingMapping
{
    private const int Most = 50;

    extension(Db db)
    {
        /// <summary>As it was made; for a week that nothing was made of, as it stands now.</summary>
        public async Task<DigestView> DigestOf(Week week, HouseZone zone, DateTimeOffset now, CancellationToken ct)
        {
            var name = week.Name;
            return await db.Digests.AsNoTracking().SingleOrDefaultAsync(d => d.Week == name, ct) is { } made ? JsonSerializer.Deserialize<DigestView>(made.Body, Json.Kept)! : await db.Reckon(week, zone, now, ct); // only ever written from one
        }

        /// <summary>Makes it, with a letter for each reader: once, whoever else tries.</summary>
        /// <param name="url">Of its page.</param>
        public async Task<bool> MakeDigest(Week week, HouseZone zone, Func<Week, string> url, DateTimeOffset now)
        {
            var name = week.Name;
            if (await db.Digests.AnyAsync(d => d.Week == name, CancellationToken.None))
                return false;
            var digest = await db.Reckon(week, zone, now, CancellationToken.None) with { MadeAt = now };
            db.Digests.Add(new Digest { Week = name, MadeAt = now, Body = JsonSerializer.Serialize(digest, Json.Options) });
            foreach (var reader in await db.DigestReaders.AsNoTracking().ToListAsync(CancellationToken.None))
            {
                var t = Tongue.Of(reader.Language);
                db.Post(new Letter
                {
                    Id = Id<Letter>.New(), CustomerId = null, CaseId = null, Kind = LetterKind.House, To = reader.Address, Sender = null, Subject = DigestLetter.Subject(digest, t), Text = DigestLetter.Text(digest, url(week), t), Language = reader.Language, CreatedAt = now, DueAt = now,
                });
            }

            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }

        public async Task<IReadOnlyList<ReaderView>> ReadersOfDigests(CancellationToken ct) => await db.DigestReaders.AsNoTracking().OrderBy(r => r.At).Select(r => new ReaderView(r.Address, r.Language)).ToListAsync(ct);

        public async Task<IReadOnlyList<ReaderView>> SetReaders(NewReaders asked, CurrentAgent by, DateTimeOffset now)
        {
            await db.DigestReaders.ExecuteDeleteAsync(CancellationToken.None);
            var at = now;
            foreach (var reader in asked.Readers.DistinctBy(r => r.Address.ToUpperInvariant()))
                db.DigestReaders.Add(new DigestReader { Id = Id<DigestReader>.New(), Address = MailAddress.Of(reader.Address)!, Language = reader.Language, At = at = at.AddMicroseconds(1), ByName = by.Name }); // it was judged before
            await db.SaveChangesAsync(CancellationToken.None);
            return await db.ReadersOfDigests(CancellationToken.None);
        }

        private async Task<DigestView> Reckon(Week week, HouseZone zone, DateTimeOffset now, CancellationToken ct)
        {
            var (from, to) = week.In(zone.Zone);
            var voices = (await db.AllVoices(now, ct)).Where(v => v.CreatedAt < to).OrderByDescending(v => v.Temperature).ThenBy(v => v.CreatedAt).ToList();
            var titles = voices.ToDictionary(v => v.VoiceId, v => v.Title);
            var news = (await db.VoiceNews.AsNoTracking().Where(n => n.At >= from && n.At < to).OrderByDescending(n => n.At).Take(Most).ToListAsync(ct)).Where(n => titles.ContainsKey(n.VoiceId));
            var decided = (await db.Decisions.AsNoTracking().Where(d => d.At >= from && d.At < to && d.CancelledAt == null).OrderByDescending(d => d.At).ToListAsync(ct)).Where(d => titles.ContainsKey(d.VoiceId)).DistinctBy(d => d.VoiceId).ToList();
            var ids = decided.Select(d => d.Id).ToList();
            var told = await db.DecisionRecipients.Where(r => ids.Contains(r.DecisionId) && r.State == ToldState.Told).GroupBy(r => r.DecisionId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            return new(week.Name, from, to, null, [.. voices.Take(Most)], [.. news.Select(n => new DigestNews(n.VoiceId, titles[n.VoiceId], n.Text, n.At))],
                [.. voices.Where(v => v.WaitingDays is not null).OrderByDescending(v => v.WaitingDays).ThenByDescending(v => v.Temperature).Take(Most).Select(v => new DigestWaiting(v.VoiceId, v.Title, v.Decider, v.WaitingDays!.Value, v.Temperature))], // filtered: not null
                [.. decided.Select(d => new DigestDecided(d.VoiceId, titles[d.VoiceId], d.State, d.Version, told.GetValueOrDefault(d.Id)))]);
        }
    }
}
