using Madoguchi.Articles;
using Madoguchi.Articles.Reviewing;
using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Learning.Helping;
using Madoguchi.Learning.Missing;
using Madoguchi.Learning.Practising;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Setup.Demo;

public static class DemoLearningMapping
{
    private static readonly bool[] Helped = [false, true, false, false, false];

    extension(Db db)
    {
        /// <summary>The help centre, what is missing in it, a draft that waits for a second reader, and two cases to practise on.</summary>
        public async Task Teach(CurrentAgent supervisor, CurrentAgent writer, DateTimeOffset now)
        {
            foreach (var (slug, days, words) in DemoHelp.Public)
                await db.SayArticle(slug, words, supervisor, null, now - TimeSpan.FromDays(days));
            var slow = await db.Articles.SingleAsync(a => a.Slug == "slow-in-the-evening", CancellationToken.None);
            foreach (var (helped, i) in Helped.Select((h, i) => (h, i)))
                await db.Answer(new ReadingSeal(Id<ArticleAnswer>.New().Value, slow.Id, now), helped, null, now - TimeSpan.FromDays(i + 1));
            await db.WriteDraft(DemoHelp.Draft.Slug, DemoHelp.Draft.Words, writer, null, asks: true, from: null, now - TimeSpan.FromHours(20));
            foreach (var (words, language, times) in DemoHelp.Missed)
            {
                for (var i = 0; i < times; i++)
                    await db.CountSearch(words, language, Came.Missed, now - TimeSpan.FromDays(times - i));
            }

            foreach (var language in new[] { "ja", "en" })
            {
                foreach (var id in await db.Cases.Where(c => c.Status == Status.Solved && c.Language == language).OrderByDescending(c => c.LastEntry).Select(c => c.Id).Take(5).ToListAsync(CancellationToken.None))
                {
                    if (!(await db.PickForPractice(id, supervisor, now - TimeSpan.FromDays(2))).Refused(out _, out _))
                        break;
                }
            }
        }
    }
}
