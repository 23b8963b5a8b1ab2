using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

internal sealed partial class First
{
    private static void Cases(MigrationBuilder m, Types types)
    {
        m.CreateTable("cases", t => new
        {
            Id = types.Id(t), CustomerId = types.Id(t), DeskId = types.Id(t), AgentId = types.Id(t, true), Status = types.Text(t),
            Proposal = types.Text(t, true), Language = types.Text(t), Subject = types.Text(t), Product = types.Text(t, true), Problem = types.Text(t, true), ClaimedNumber = types.Text(t, true),
            DeviceId = types.Id(t, true), PendingHandoverId = types.Id(t, true), Offers = types.Int(t), OpenedAt = types.Time(t), ActiveAt = types.Time(t),
            CustomerWaitingSince = types.Time(t, true), WaitingForCustomerSince = types.Time(t, true), ClosedAt = types.Time(t, true),
            NoticeVersion = types.Text(t, true), Preview = types.Text(t), LastEntry = types.Int(t), LastShownEntry = types.Int(t), LastHash = types.Bytes(t),
        }, constraints: t => t.PrimaryKey("PK_cases", x => x.Id));
        m.CreateIndex("IX_cases_CustomerId", "cases", "CustomerId");
        m.CreateIndex("IX_cases_DeskId_Status_ActiveAt", "cases", ["DeskId", "Status", "ActiveAt"]);
        m.CreateIndex("IX_cases_DeskId_ActiveAt_Id", "cases", ["DeskId", "ActiveAt", "Id"]);
        m.CreateIndex("IX_cases_ActiveAt_Id", "cases", ["ActiveAt", "Id"]);
        m.CreateIndex("IX_cases_AgentId_ActiveAt", "cases", ["AgentId", "ActiveAt"]);
        m.CreateIndex("IX_cases_Status_WaitingForCustomerSince", "cases", ["Status", "WaitingForCustomerSince"]);
        m.CreateIndex("IX_cases_ClaimedNumber", "cases", "ClaimedNumber");
        m.CreateTable("entries", t => new
        {
            CaseId = types.Id(t), Number = types.Int(t), At = types.Time(t), Kind = types.Text(t), Role = types.Text(t), ById = types.Id(t, true),
            ByName = types.Text(t, true), Internal = types.Flag(t), Body = types.Text(t), Salt = types.Bytes(t), Hash = types.Bytes(t),
        }, constraints: t => t.PrimaryKey("PK_entries", x => new { x.CaseId, x.Number }));
        m.CreateTable("attachments", t => new
        {
            CaseId = types.Id(t), Id = types.Id(t), Entry = types.Int(t), Name = types.Text(t), Type = types.Text(t), Sha256 = types.Text(t), Shown = types.Flag(t),
        }, constraints: t => t.PrimaryKey("PK_attachments", x => new { x.CaseId, x.Id }));
    }

    private static void Reading(MigrationBuilder m, Types types)
    {
        m.CreateTable("case_desks", t => new { CaseId = types.Id(t), DeskId = types.Id(t), Why = types.Text(t) },
            constraints: t => t.PrimaryKey("PK_case_desks", x => new { x.CaseId, x.DeskId }));
        m.CreateIndex("IX_case_desks_DeskId_Why", "case_desks", ["DeskId", "Why"]);
        m.CreateTable("case_tokens", t => new { Hash = types.Bytes(t), CaseId = types.Id(t), CreatedAt = types.Time(t), RevokedAt = types.Time(t, true) },
            constraints: t => t.PrimaryKey("PK_case_tokens", x => x.Hash));
        m.CreateIndex("IX_case_tokens_CaseId", "case_tokens", "CaseId");
        m.CreateTable("read_marks", t => new { CaseId = types.Id(t), Reader = types.Id(t), Entry = types.Int(t), At = types.Time(t) },
            constraints: t => t.PrimaryKey("PK_read_marks", x => new { x.CaseId, x.Reader }));
        m.CreateTable("drafts", t => new { CaseId = types.Id(t), Writer = types.Id(t), Purpose = types.Text(t), Text = types.Text(t), At = types.Time(t) },
            constraints: t => t.PrimaryKey("PK_drafts", x => new { x.CaseId, x.Writer, x.Purpose }));
    }

    private static void Facts(MigrationBuilder m, Types types)
    {
        m.CreateTable("facts", t => new
        {
            Id = types.Id(t), CustomerId = types.Id(t), CaseId = types.Id(t), DeviceId = types.Id(t, true), Scope = types.Text(t), Key = types.Text(t),
            Value = types.Text(t), ByRole = types.Text(t), ByName = types.Text(t, true), DeskId = types.Id(t), At = types.Time(t), Entry = types.Int(t),
            Verified = types.Flag(t), ReplacedAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_facts", x => x.Id));
        m.CreateIndex("IX_facts_CustomerId_Key", "facts", ["CustomerId", "Key"]);
        m.CreateIndex("IX_facts_CaseId", "facts", "CaseId");
        m.CreateTable("devices", t => new { Id = types.Id(t), CustomerId = types.Id(t), CreatedAt = types.Time(t) },
            constraints: t => t.PrimaryKey("PK_devices", x => x.Id));
        m.CreateIndex("IX_devices_CustomerId", "devices", "CustomerId");
        m.CreateTable("intake_questions", t => new
        {
            DeskId = types.Id(t), Key = types.Text(t), Label = types.Text(t), LabelInEnglish = types.Text(t, true), Help = types.Text(t, true),
            HelpInEnglish = types.Text(t, true), Scope = types.Text(t, true), Position = types.Int(t),
        }, constraints: t => t.PrimaryKey("PK_intake_questions", x => new { x.DeskId, x.Key }));
    }

    private static void Handovers(MigrationBuilder m, Types types)
    {
        m.CreateTable("handovers", t => new
        {
            Id = types.Id(t), CaseId = types.Id(t), FromDeskId = types.Id(t), ToDeskId = types.Id(t), OfferedBy = types.Id(t), Reason = types.Text(t),
            Brief = types.Text(t), NewLanguage = types.Text(t, true), CustomerWaitsForOwnLanguage = types.Flag(t), OfferedAt = types.Time(t), State = types.Text(t),
            AnsweredBy = types.Id(t, true), AnsweredAt = types.Time(t, true), Answer = types.Text(t, true), RangAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_handovers", x => x.Id));
        m.CreateIndex("IX_handovers_pending", "handovers", "CaseId", unique: true, filter: "\"State\" = 'Offered'");
        m.CreateIndex("IX_handovers_CaseId_OfferedAt", "handovers", ["CaseId", "OfferedAt"]);
        m.CreateIndex("IX_handovers_ToDeskId_State", "handovers", ["ToDeskId", "State"]);
        m.CreateTable("card_looks", t => new { AgentId = types.Id(t), CustomerId = types.Id(t), At = types.Time(t) },
            constraints: t => t.PrimaryKey("PK_card_looks", x => new { x.AgentId, x.CustomerId }));
        m.CreateTable("notices", t => new
        {
            Id = types.Id(t), AgentId = types.Id(t), CaseId = types.Id(t), Kind = types.Text(t), At = types.Time(t), SeenAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_notices", x => x.Id));
        m.CreateIndex("IX_notices_AgentId_SeenAt_At", "notices", ["AgentId", "SeenAt", "At"]);
    }
}
