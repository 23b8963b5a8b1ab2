using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices;
using Madoguchi.Voices.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Setup.Demo;

/// <summary>What became of some of the demo's voices: a defect that was fixed, a wish that came true, one that is planned, an honest no. The hottest ones wait.</summary>
public static class DemoDecidingMapping
{
    private static readonly Decided[] All =
    [
        new("メモの同期が途中で止まる", VoiceState.Fixed, "4.1", new("写真の多いメモがあると同期が止まる不具合を、4.1 で直しました。アプリを更新してお確かめください。", "Syncing no longer stops at memos with many pictures: fixed in 4.1. Please update the app and see."),
            new("写真の多いメモの同期", "Syncing memos with many pictures"), "分割送信に変更。サーバー側は変更なし。"),
        new("領収書の宛名を会社名にしたい", VoiceState.Fixed, null, new("領収書の宛名を、ご自分で会社名に変えられるようにしました。お支払いのページの「宛名」からどうぞ。", "You can now put your company's name on receipts yourself: “Name on receipts” on the payments page."), new("領収書の宛名", "The name on receipts"), "経理の手作業が月40時間減る。"),
        new("メモの並び順を自分で選びたい", VoiceState.Planned, "5.0", new("並び順を選べるようにします。5.0 でお届けする予定です。", "You will be able to choose the order, planned for 5.0."), new("メモの並び順", "The order of memos"), "一覧の作り直しに合わせる。"),
        new("夜になると通信が遅くなる", VoiceState.WontFix, null, new("夜の混み合う時間に遅くなることは、ルーターだけでは直せません。「電波の自動調整」を切り、5GHz だけにすると、多くの方で軽くなりました。", "Slow evenings cannot be cured in the router alone. With automatic tuning off and 5 GHz only, it became better for most."), null, "回線側の増強は来期の予算。"),
    ];

    extension(Db db)
    {
        /// <summary>As if everyone had been told then: nothing is sent now.</summary>
        public async Task DecideVoices(CurrentAgent by, DateTimeOffset now)
        {
            foreach (var one in All)
            {
                var title = one.Title;
                if (await db.Voices.AsTracking().SingleOrDefaultAsync(v => v.Title == title, CancellationToken.None) is not { } voice)
                    continue;
                var at = (voice.CreatedAt + (now - voice.CreatedAt) / 2).ToMicroseconds();
                var decision = new Decision
                {
                    Id = Id<Decision>.New(), VoiceId = voice.Id, State = one.State, Version = one.Version, TextJa = one.Words.Ja, TextEn = one.Words.En, TitleJa = one.Name?.Ja, TitleEn = one.Name?.En, Reason = one.Reason,
                    ById = by.Id, ByName = by.Name, ByShown = by.ShownName, At = at, DueAt = at + Deciding.Undo,
                };
                db.Decisions.Add(decision);
                voice.StandsBy(decision);
                var id = voice.Id;
                foreach (var who in (await db.SaidBy(id).Where(s => s.SaidAt <= at).ToListAsync(CancellationToken.None)).DistinctBy(s => s.Who)) // the others came since
                    db.DecisionRecipients.Add(new DecisionRecipient { Id = Id<DecisionRecipient>.New(), DecisionId = decision.Id, CustomerId = who.Who, State = ToldState.Told, CaseId = who.Case, DoneAt = decision.DueAt });
            }

            await db.SaveChangesAsync(CancellationToken.None);
        }
    }

    private sealed record Decided(string Title, VoiceState State, string? Version, Bilingual Words, Bilingual? Name, string Reason);
}
