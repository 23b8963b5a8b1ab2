using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices;
using Madoguchi.Voices.Drawing;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Setup.Demo;

/// <summary>What the demo's customers say, drawn from their cases.</summary>
public static class DemoVoicesMapping
{
    private sealed record Said(VoiceKind Kind, string Title, string? Product, string? Error, string? Decider, params string[] Words)
    {
        public bool IsIn(string subject) => Words.Any(w => subject.Contains(w, StringComparison.OrdinalIgnoreCase));
    }

    private static readonly Said[] All =
    [
        new(VoiceKind.Defect, "更新 3.2 のあと、ルーターが再起動をくり返す", "ミナモ ルーター R3", "err-#: watchdog reset", "開発 ルーター班", "再起動"),
        new(VoiceKind.Defect, "ログインで「時間をおいてお試しください」から進めない", "ミナモID", null, "開発 ミナモID班", "時間をおい"),
        new(VoiceKind.Defect, "メモの同期が途中で止まる", "ミナモ メモ", "sync failed: id=#", "開発 メモ班", "同期"),
        new(VoiceKind.Defect, "動画アプリのどこを開いても 404 になる", "ミナモ動画", null, null, "404"),
        new(VoiceKind.Defect, "夜になると通信が遅くなる", "ミナモ ルーター R3", null, "開発 ルーター班", "夜になると"),
        new(VoiceKind.Complaint, "請求書が届かない、送り先がわかりにくい", "お支払い", null, "経理", "請求書"),
        new(VoiceKind.Complaint, "キャンペーンに登録したのに「未登録」と言われる", "ミナモID", null, null, "未登録"),
        new(VoiceKind.Wish, "メモの並び順を自分で選びたい", "ミナモ メモ", null, "開発 メモ班", "並び順", "wrong order"),
        new(VoiceKind.Wish, "領収書の宛名を会社名にしたい", "お支払い", null, "経理", "領収書の宛名"),
    ];

    extension(Db db)
    {
        public async Task DrawVoices(CurrentAgent by, DateTimeOffset now)
        {
            var cases = await db.Cases.AsNoTracking().OrderBy(c => c.OpenedAt).Select(c => new { c.Id, c.Subject, c.OpenedAt }).ToListAsync(CancellationToken.None);
            foreach (var said in All)
            {
                var who = cases.Where(c => said.IsIn(c.Subject)).ToList();
                if (who.Count == 0)
                    continue;
                var at = who[0].OpenedAt.AddHours(2);
                var voice = new Voice { Id = Id<Voice>.New(), Kind = said.Kind, Title = said.Title, Product = said.Product, ErrorText = said.Error, DeciderName = said.Decider, WaitingSince = at, CreatedAt = at, ChangedAt = at, ByName = by.Name };
                db.Voices.Add(voice);
                db.VoiceActs.Add(DrawingMapping.Acted(voice, Madoguchi.Voices.Act.Drawn, by.Name, at, caseId: who[0].Id));
                if (said.Error is not null)
                    db.VoiceNews.Add(Known(voice, by, at));
                await db.SaveChangesAsync(CancellationToken.None);
                await db.Land(voice, [.. who.Select(c => c.Id)], Landed.Added, by.Name, now);
            }
        }
    }

    private static VoiceNews Known(Voice voice, CurrentAgent by, DateTimeOffset at) => voice.Product == "ミナモ メモ"
        ? new() { Id = Id<VoiceNews>.New(), VoiceId = voice.Id, Text = "写真を10枚以上貼ったメモが1つでもあると止まる。そのメモを開くと進む。", Steps = "1. 写真を10枚貼る\n2. ほかの端末で同期する", Devices = "電話とパソコンの両方", At = at.AddDays(1), ByName = by.Name }
        : new() { Id = Id<VoiceNews>.New(), VoiceId = voice.Id, Text = "3.1 に戻すと起きない。「電波の自動調整」を切っても起きなくなる。", Steps = "1. 更新 3.2 を入れる\n2. 電波の自動調整を入れたまま一晩おく", Versions = "3.2 だけ(3.1 では起きない)", Devices = "ミナモ ルーター R3", At = at.AddDays(1), ByName = by.Name };
}
