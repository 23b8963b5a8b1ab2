using Madoguchi.Campaigns;
using Madoguchi.Campaigns.Finding;
using Madoguchi.Campaigns.Repairing;
using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Registering;

/// <summary>Registrations of campaigns, as agents find, read and mend them.</summary>
public static class RegisteringEndpoint
{
    public static void MapRegistering(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/registrations", Find);
        desk.MapGet("/registrations/{id:id}", Read);
        desk.MapPost("/registrations/{id:id}/repairs", Mend);
    }

    private static async Task<RazorComponentResult<RegistrationsPage>> Find(string? q, HttpContext http, Db db, CancellationToken ct) =>
        new(new { T = Tongue.Asked(http), Asked = q is { Length: <= PlainText.Line } ? q.Trim() : "", Found = await db.FindRegistrations(q, ct) });

    private static async Task<IResult> Read(Id<Registration> id, string? from, string? done, HttpContext http, CurrentAgent me, Db db, CancellationToken ct) => await Show(id, from, http, me, db, done is not null, null, ct);

    private static async Task<IResult> Mend(
        Id<Registration> id, [FromForm] string? repair, [FromForm] string? reason, [FromForm] string? email, [FromForm] string? caseId, [FromForm] string? key,
        Acting acting, Db db, Writes writes, BaseAddress address, TimeProvider clock, CancellationToken ct)
    {
        var (t, now, receipt) = (acting.T, clock.Now, RegistrationsMapping.FreshReceipt());
        // The whole address of the case may be pasted.
        var citing = caseId?.Trim().Split('/', '?', '#').LastOrDefault(part => Id<Case>.TryParse(part, null, out _));
        var wish = new RepairWish(Enum.TryParse<Repair>(repair, out var known) ? known : (Repair)(-1), reason ?? "", Id<Case>.TryParse(citing, null, out var cited) ? cited : null, string.IsNullOrWhiteSpace(email) ? null : email);
        if (!string.IsNullOrWhiteSpace(caseId) && citing is null)
            return await Show(id, caseId, acting.Http, acting.Me, db, false, Explain(RepairRefusal.UnknownCase, t), ct);
        if (wish.Errors().FirstOrDefault() is { Pointer: { } at })
            return await Show(id, citing, acting.Http, acting.Me, db, false, at is "/email" ? t["正しいメールアドレスを書いてください。", "Write the right mail address."] : t["理由を書いてください。記録に残ります。", "Write a reason: it stays on record."], ct);
        var result = await writes.WriteOnce(acting.Once(key, repair, reason, email, citing), now, db => db.Repair(id, wish, acting.Caller, receipt, address, now), ct);
        return result.Refused(out var why, out _) ? await Show(id, citing, acting.Http, acting.Me, db, false, Explain(why, t), ct)
            : TypedResults.LocalRedirect($"/desk/registrations/{id}?done=1{(citing is null ? "" : "&from=" + citing)}");
    }

    private static async Task<IResult> Show(Id<Registration> id, string? from, HttpContext http, CurrentAgent me, Db db, bool done, string? refused, CancellationToken ct)
    {
        if (await db.RegistrationRecord(id, ct) is not { } record)
            return TypedResults.LocalRedirect("/desk/registrations");
        var t = Tongue.Asked(http);
        return new RazorComponentResult<RegistrationPage>(new
        {
            T = t, Me = me, Record = record, From = Id<Case>.TryParse(from, null, out var theCase) ? theCase : (Id<Case>?)null, Token = http.FormToken(), Key = Id<Case>.New().ToString(), Refused = refused,
            Done = done ? t["記録しました。", "Done, and on record."] : null,
        })
        { StatusCode = refused is null ? 200 : 409 };
    }

    private static string Explain(RepairRefusal why, Tongue t) => why switch
    {
        RepairRefusal.Unknown => t["この登録は見つかりません。", "This registration is not here."],
        RepairRefusal.UnknownCase => t["その用件は見つかりません。用件のアドレスをそのまま貼ってください。", "That case is not here for you. Paste its address."],
        RepairRefusal.WithAnotherDesk => t["その用件は別の窓口が担当しています。", "That case is with another desk."],
        RepairRefusal.NotSupervisor => t["手での完了とコードの解放は、責任者が行います。", "Completing by hand and releasing are for supervisors."],
        RepairRefusal.NeedsCase => t["手で完了するには、その理由になった用件が要ります。", "Completing by hand needs the case that asks for it."],
        RepairRefusal.AddressTaken => t["そのアドレスとこのコードの登録がもうあります。そちらを続けてください。", "There is a registration with that address and this code already: go on with that one."],
        RepairRefusal.CodeUsed => t["このコードは、ほかの登録が完了しています。誤って使われたものなら、先にそちらを解放してください。", "Another registration has finished with this code. If it was taken by mistake, release it there first."],
        RepairRefusal.Complete => t["この登録は完了しています。", "This registration is complete."],
        RepairRefusal.NotComplete => t["完了していない登録は、コードを占めていません。解放の必要はありません。", "Only a complete registration holds its code: nothing has to be released."],
        RepairRefusal.Released => t["この登録は取り消されています。", "This registration was taken back."],
    };
}
