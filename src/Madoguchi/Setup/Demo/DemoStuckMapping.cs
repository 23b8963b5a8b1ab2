using Madoguchi.Guides;
using Madoguchi.Guides.Walking;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Setup.Demo;

/// <summary>Where the demo's customers stood still in guides over the last months: somebody who designs the product can read it.</summary>
public static class DemoStuckMapping
{
    private static readonly Trodden[] All =
    [
        new("video-404", "reinstall", 40, 2, ["パスワードを聞かれましたが、覚えていません", "どのアドレスで登録したのか、わかりません", "ログインの画面が出てきません"], 9, 5),
        new("router-restarts", "go-back", 15, 1, ["「3.1に戻す」が灰色で、押せません", "緑のランプがどれか、わかりません", "どのくらい待てばよいのですか"], 6, 1),
        new("memo-sync", "battery", 13, 0, ["設定に「電池」がありません。Androidです"], 3, 1),
    ];

    extension(Db db)
    {
        public async Task StandStill(DateTimeOffset now)
        {
            foreach (var way in All)
            {
                if (await db.Guide(way.Guide, CancellationToken.None) is not { } guide || guide.Content.Way(way.Way) is not { } steps)
                    continue;
                for (var i = 0; i < way.Walks; i++)
                    db.WalkAnswers.AddRange(Answers(way, i, guide, steps.Steps.Count, (now - TimeSpan.FromDays(2 + (100.0 * i / way.Walks))).ToMicroseconds()));
            }

            await db.SaveChangesAsync(CancellationToken.None);
        }
    }

    // Half of those who do not understand a step are helped and go on.
    private static IEnumerable<WalkAnswer> Answers(Trodden way, int i, GuideRevision guide, int steps, DateTimeOffset at)
    {
        var (walk, spread) = (Id<Walk>.New(), i * 7 % way.Walks);
        for (var step = 0; step < steps; step++)
        {
            var answer = step != way.Step ? StepAnswer.Done : spread < way.Unclear ? StepAnswer.Unclear : spread < way.Unclear + way.Failed ? StepAnswer.Failed : StepAnswer.Done;
            yield return new WalkAnswer
            {
                WalkId = walk, Number = step + 1, GuideId = guide.Guide.Id, Version = guide.Number, Way = way.Way, Step = step, Answer = answer, Words = answer is StepAnswer.Unclear && spread < way.Words.Length ? way.Words[spread] : null, Language = "ja", At = at + TimeSpan.FromMinutes(step),
            };
            if (answer is StepAnswer.Failed || (answer is StepAnswer.Unclear && spread % 2 == 0))
                yield break;
        }
    }

    /// <param name="Step">At which they stood still.</param>
    private sealed record Trodden(string Guide, string Way, int Walks, int Step, string[] Words, int Unclear, int Failed);
}
