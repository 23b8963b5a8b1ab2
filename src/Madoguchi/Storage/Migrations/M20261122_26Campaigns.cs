using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Campaigns, their codes, and who registered. A complete registration is whole, one for each code; what happened to it is only ever added to.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000026_Campaigns")]
internal sealed class Campaigns : Migration
{
    private const string Whole =
        "\"State\" <> 'Complete' or (\"CustomerId\" is not null and \"CompletedAt\" is not null and \"Receipt\" is not null and (\"RewardJa\" is not null or \"RewardEn\" is not null))";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("campaigns", t => new
        {
            Id = types.Id(t), Slug = types.Text(t), NameJa = types.Text(t, true), NameEn = types.Text(t, true), RewardJa = types.Text(t, true), RewardEn = types.Text(t, true), TextJa = types.Text(t, true), TextEn = types.Text(t, true),
            Opens = types.Time(t), Closes = types.Time(t), FinishDays = types.Int(t), IsChecked = types.Flag(t), CreatedAt = types.Time(t), ChangedAt = types.Time(t), Version = types.Int(t),
        }, constraints: t => t.PrimaryKey("PK_campaigns", x => x.Id));
        migrationBuilder.CreateIndex("IX_campaigns_Slug", "campaigns", "Slug", unique: true);
        migrationBuilder.CreateTable("campaign_codes", t => new { Id = types.Id(t), CampaignId = types.Id(t), Value = types.Text(t), Folded = types.Text(t) }, constraints: t =>
        {
            t.PrimaryKey("PK_campaign_codes", x => x.Id);
            t.ForeignKey("FK_campaign_codes_campaigns_CampaignId", x => x.CampaignId, "campaigns", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_campaign_codes_CampaignId_Folded", "campaign_codes", ["CampaignId", "Folded"], unique: true);
        migrationBuilder.CreateIndex("IX_campaign_codes_Folded", "campaign_codes", "Folded");
        migrationBuilder.CreateTable("registrations", t => new
        {
            Id = types.Id(t), CampaignId = types.Id(t), CodeId = types.Id(t), Email = types.Text(t), Folded = types.Text(t), Language = types.Text(t), State = types.Text(t), BeganAt = types.Time(t),
            ProofId = types.Id(t, true), MailedAt = types.Time(t, true), CustomerId = types.Id(t, true), CompletedAt = types.Time(t, true), Receipt = types.Text(t, true),
            RewardJa = types.Text(t, true), RewardEn = types.Text(t, true), LastEvent = types.Int(t),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_registrations", x => x.Id);
            t.CheckConstraint("CK_registrations_whole", Whole);
            t.ForeignKey("FK_registrations_campaign_codes_CodeId", x => x.CodeId, "campaign_codes", "Id", onDelete: ReferentialAction.Restrict);
            t.ForeignKey("FK_registrations_campaigns_CampaignId", x => x.CampaignId, "campaigns", "Id", onDelete: ReferentialAction.Restrict);
            t.ForeignKey("FK_registrations_customers_CustomerId", x => x.CustomerId, "customers", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_registrations_winner", "registrations", "CodeId", unique: true, filter: "\"State\" = 'Complete'");
        migrationBuilder.CreateIndex("IX_registrations_one", "registrations", ["CodeId", "Folded"], unique: true, filter: "\"State\" <> 'Released'");
        migrationBuilder.CreateIndex("IX_registrations_Receipt", "registrations", "Receipt", unique: true);
        migrationBuilder.CreateIndex("IX_registrations_Folded", "registrations", "Folded");
        migrationBuilder.CreateIndex("IX_registrations_CustomerId", "registrations", "CustomerId");
        migrationBuilder.CreateIndex("IX_registrations_CampaignId_State", "registrations", ["CampaignId", "State"]);
        migrationBuilder.CreateTable("registration_events", t => new
        {
            RegistrationId = types.Id(t), Number = types.Int(t), At = types.Time(t), Kind = types.Text(t), ByAgent = types.Id(t, true), ByName = types.Text(t, true), Reason = types.Text(t, true), CaseId = types.Id(t, true),
            Detail = types.Text(t, true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_registration_events", x => new { x.RegistrationId, x.Number });
            t.ForeignKey("FK_registration_events_registrations_RegistrationId", x => x.RegistrationId, "registrations", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateTable("registrants", t => new { Folded = types.Text(t), CustomerId = types.Id(t) }, constraints: t => t.PrimaryKey("PK_registrants", x => x.Folded));
        foreach (var refusal in Refusals(types.IsPostgres))
            migrationBuilder.Sql(refusal);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["registrants", "registration_events", "registrations", "campaign_codes", "campaigns"])
            migrationBuilder.DropTable(table);
        if (new Types(ActiveProvider).IsPostgres)
            migrationBuilder.Sql("drop function registration_events_stay()");
    }

    // What happened, happened.
    private static string[] Refusals(bool postgres) => postgres
        ?
        [
            "create function registration_events_stay() returns trigger language plpgsql as $$ begin raise exception 'registration_events are only added to'; end $$",
            "create trigger registration_events_stay before update or delete on registration_events for each row execute function registration_events_stay()",
        ]
        :
        [
            "create trigger registration_events_stay_as_they_are before update on registration_events begin select raise(abort, 'registration_events are only added to'); end",
            "create trigger registration_events_stay before delete on registration_events begin select raise(abort, 'registration_events are only added to'); end",
        ];
}
