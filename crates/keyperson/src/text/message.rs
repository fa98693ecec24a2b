//! What each finding says: headline, what, why and what to change, Japanese beside English.
//!
//! Names in braces are the finding's values, and those made of it here: `about`, `ask`,
//! `hours_agreed`, `pattern_why`, `wheel_change` and `remedies`. No text judges the person; what is to change is always the environment.

use crate::finding::FindingCode;
use crate::text::Language;

/// The four templates of a finding.
pub(super) struct Parts {
    pub(super) title: &'static str,
    pub(super) what: &'static str,
    pub(super) why: &'static str,
    pub(super) change: &'static str,
}

/// Declares the templates of every finding; a code or a language left out does not compile.
macro_rules! messages {
    ($($code:ident {
        title: $title_ja:literal, $title_en:literal;
        what: $what_ja:literal, $what_en:literal;
        why: $why_ja:literal, $why_en:literal;
        change: $change_ja:literal, $change_en:literal;
    })*) => {
        pub(super) const fn parts(code: FindingCode, language: Language) -> Parts {
            match (code, language) {
                $((FindingCode::$code, Language::Japanese) => Parts {
                    title: $title_ja, what: $what_ja, why: $why_ja, change: $change_ja,
                },
                (FindingCode::$code, Language::English) => Parts {
                    title: $title_en, what: $what_en, why: $why_en, change: $change_en,
                },)*
            }
        }
    };
}

messages! {
    Mismatch {
        title: "{about}", "{about}";
        what: "{strong}に対して{weak}が不足し、強みが活きにくい組み合わせになっています（{state}、確率{probability}）。", "{strong} is there, {weak} is short, so the strength comes to little ({state}, probability {probability}).";
        why: "{pattern_why}", "{pattern_why}";
        change: "環境設計を見直しましょう。まずは{remedies}が候補です。", "Change the environment. To begin with: {remedies}.";
    }
    UnderFloor {
        title: "{about}が下限を下回っています", "{about} is under its floor";
        what: "{about}の推定値は{mean}で、ポリシーの下限{floor}に届いていません。", "{about} is estimated at {mean}, under the policy's floor of {floor}.";
        why: "{about}の不足は、ほかの強みでは埋め合わせられません。", "Other strengths do not make up for it.";
        change: "{about}を環境の側で補いましょう。まずは{remedies}が候補です。", "Let the environment make up for it. To begin with: {remedies}.";
    }
    TraitUnknown {
        title: "{about}がまだ分かっていません", "{about} is not known yet";
        what: "{about}についての記録がありません。ゼロではなく「不明」として扱っています。", "Nothing is recorded about it. It counts as unknown, not as zero.";
        why: "準備状況の判断に欠かせない特性です。", "Readiness depends on it.";
        change: "{ask}。", "{ask}.";
    }
    Rising {
        title: "{about}が伸びています", "{about} is rising";
        what: "{about}の推定値が{before}から{now}に上がりました。", "{about} rose from {before} to {now}.";
        why: "小さな前進を見逃さず伝えることが、次の意欲につながります。", "Small steps that are seen lead to the next.";
        change: "どの行動が良かったのかを、素早く、具体的に、広く称賛しましょう。", "Say soon, exactly and widely what was done well.";
    }
    Contested {
        title: "異議の出ている事実があります", "Facts are disputed";
        what: "{count}件の事実に異議が出ています。決着するまで重みを下げて数えています。", "Disputed facts: {count}. They count less until that is settled.";
        why: "事実が正しいことは、公平な判断と信頼関係の土台です。", "Fairness and trust rest on facts that are right.";
        change: "本人と一緒に事実を確かめ、結果を記録しましょう。", "Check the facts together with the person and note the outcome.";
    }
    SignalNotInPolicy {
        title: "ポリシーにないシグナルがあります", "Signals that the policy does not have";
        what: "{count}件のシグナルはポリシーに定義がないため、推定に使われていません。", "Signals not defined in the policy: {count}. They count for nothing.";
        why: "記録された行動が、推定に反映されないままになっています。", "What was done and noted does not show in the estimates.";
        change: "シグナルをポリシーに加えるか、記録の名称を合わせましょう。", "Add the signals to the policy, or correct their names.";
    }
    GateOutOfOrder {
        title: "選定のステップが前後しています", "Steps of the selection are out of order";
        what: "「{about}」が、その前に置くべきステップ（{before}）より先に進んでいます。", "“{about}” came before what belongs before it: {before}.";
        why: "上司や経営層の後押しがないまま始まると、本人が動きにくくなります。", "Without the backing of managers and executives a start is harder than it need be.";
        change: "抜けているステップを今から補い、関係者の合意をそろえましょう。", "Make good the missing steps now, so that everybody agrees.";
    }
    ConfirmedWithoutTime {
        title: "活動時間の確保が目安に届いていません", "Working time for the role is not settled";
        what: "上司の適任確認は済みましたが、合意された時間（{hours_agreed}）が目安の週{hours_wanted}時間に届いていません。", "The manager confirmed; hours agreed: {hours_agreed}; wanted: {hours_wanted} a week.";
        why: "時間の裏付けがないと、役割が通常業務に埋もれてしまいます。", "Without hours the role drowns in other work.";
        change: "週あたりの業務時間の配分を、上司と具体的に取り決めましょう。", "Agree hours a week for the role with the manager.";
    }
    ConfirmedWithoutAppraisal {
        title: "評価のポイントをまだ把握していません", "How the person is appraised is not known";
        what: "上司の適任確認は済みましたが、社内での評価や査定の基準が記録されていません。", "The manager confirmed, but the criteria by which the person is appraised are not recorded.";
        why: "この役割が評価につながると分かれば、協働の意欲は高まります。", "Work that counts in the appraisal is easier to take on.";
        change: "評価や査定のポイントを伺い、それに貢献する提案を用意しましょう。", "Ask for the criteria, and make proposals that serve them.";
    }
    ApprovalLate {
        title: "経営層の承認から開始までの余裕が少なめです", "Little time between approval and start";
        what: "承認から開始までは{lead_days}営業日で、目安の{lead_days_wanted}営業日より短くなっています。", "{lead_days} business days lie between approval and start; {lead_days_wanted} are wanted.";
        why: "余裕をもった承認が、社内への発信と時間の確保を可能にします。", "Time to spare is what announcement and working time need.";
        change: "開始日を調整するか、社内発信と時間の配分を先に整えましょう。", "Move the start, or settle announcement and working time first.";
    }
    ApprovalMissing {
        title: "経営層の承認がまだです", "Executives have not approved yet";
        what: "開始日は{start}ですが、経営層の承認が記録されていません。", "The start is {start}, and no approval by executives is recorded.";
        why: "経営層の後押しがあって初めて、時間と権限を使えるようになります。", "Time and authority come with the backing of executives.";
        change: "経営陣に計画を共有し、承認を得る場を早めに設けましょう。", "Share the plan with executives and arrange for their approval.";
    }
    NotAnnounced {
        title: "社内への発信がまだです", "The company has not been told";
        what: "{start}から役割が始まっていますが、経営層や部門長からの発信が記録されていません。", "The role began on {start}, and no announcement by executives is recorded.";
        why: "「正式なリーダーである」という共通認識があると、同僚も協力しやすくなります。", "Colleagues help more readily where they know who leads.";
        change: "推進役を任せる旨のメッセージを、経営層から社内に出していただきましょう。", "Have executives tell the company who leads.";
    }
    SelectionStuck {
        title: "選定が止まっています", "The selection is waiting";
        what: "「{about}」から{days}営業日が経ち、次の「{next}」に進んでいません。", "{days} business days have gone since “{about}”; next would be “{next}”.";
        why: "間が空くほど、候補者の予定も関係者の関心も移っていきます。", "The longer it waits, the more plans and attention move on.";
        change: "次のステップを誰といつ決めるかを、今週中に取り決めましょう。", "Agree this week who decides the next step, and when.";
    }
    RungAchieved {
        title: "達成：{about}", "Achieved: {about}";
        what: "{metric}{target}件の目標を{day}日目に達成しました。", "The target of {target} ({metric}) was made on day {day}.";
        why: "小さな成功の積み重ねが、本人の自信と周囲への刺激になります。", "Successes that are seen encourage the person and everybody around.";
        change: "過程と工夫を具体的に挙げて社内で称賛し、成功事例として共有しましょう。", "Praise in the company what was done and how, and share it as a story.";
    }
    RungAtRisk {
        title: "達成が危うい目標：{about}", "At risk: {about}";
        what: "{metric}は{target}件中{count}件、期限は{deadline}です。期限までの達成確率は{odds}です。", "{count} of {target} ({metric}) by now; due {deadline}; odds {odds}.";
        why: "早い段階の達成が、次の段階への勢いになります。", "An early success carries to the next stage.";
        change: "共同商談などの支援を厚くするか、目標の時期を見直しましょう（{remedies}）。", "Give more support, such as joint reviews, or move the date ({remedies}).";
    }
    RungBehind {
        title: "計画より遅れている目標：{about}", "Behind plan: {about}";
        what: "{metric}は{target}件中{count}件で、計画より{days_behind}日遅れています。期限は{deadline}、達成確率は{odds}です。", "{count} of {target} ({metric}), {days_behind} days behind the plan; due {deadline}; odds {odds}.";
        why: "小さなずれのうちなら、週次の軌道修正で取り戻せます。", "While the gap is small, the weekly meeting can close it.";
        change: "次の定例ミーティングでボトルネックを確かめ、支援を決めましょう（{remedies}）。", "Find the bottleneck at the next weekly meeting and settle the support ({remedies}).";
    }
    RungMissed {
        title: "期限を過ぎた目標：{about}", "Date passed: {about}";
        what: "{metric}は{target}件中{count}件で、期限の{deadline}を過ぎました。", "{count} of {target} ({metric}) by the due day, {deadline}.";
        why: "期限後の目標をそのままにすると、次の達成感が得られなくなります。", "A target left standing after its date gives no more to succeed at.";
        change: "条件を一緒に振り返り、時期と支援を決め直しましょう（{remedies}）。", "Look at the conditions together, and set date and support anew ({remedies}).";
    }
    RungUnknown {
        title: "活動の記録がありません：{about}", "Nothing recorded: {about}";
        what: "開始以降の活動が記録されていないため、進み具合は不明です。", "No work is recorded since the start, so progress is unknown.";
        why: "記録がないことと、活動がないことは別です。", "Nothing recorded does not mean nothing done.";
        change: "次の週次ミーティングで状況を伺い、活動を記録しましょう。", "Ask at the next weekly meeting, and record the work.";
    }
    Winter {
        title: "冬の時代ですが、中間指標は健全です", "A winter, and the work goes on well";
        what: "受注のない期間が{days}日ですが、直近{recent_days}日の中間成果は{observed}件あります（見込みは{expected}件）。", "{days} days without an order; in the last {recent_days} days there were {observed} intermediate results ({expected} expected).";
        why: "大型案件は受注までに時間がかかります。途中の達成を認めることが意欲を支えます。", "Large deals take long; what is achieved on the way keeps drive alive.";
        change: "案件発掘や提案など、途中の成果を一つひとつ称賛しましょう。", "Recognise each intermediate result on the way.";
    }
    Stagnation {
        title: "中間指標が停滞しています", "Intermediate results have stopped";
        what: "受注のない期間が{days}日で、直近{recent_days}日の中間成果は{observed}件です（見込みは{expected}件）。", "{days} days without an order; in the last {recent_days} days there were {observed} intermediate results ({expected} expected).";
        why: "案件の入口が細ると、この先の受注の見通しが立ちにくくなります。", "What does not come in now cannot be ordered later.";
        change: "月次の振り返りで成果を阻んでいる要因を特定し、支援や時間の配分を見直しましょう。", "Find at the monthly review what is in the way, and change support or hours.";
    }
    PersonLeft {
        title: "パートナー企業を離れています", "No longer at the partner";
        what: "この方がパートナー企業を離れたことが記録されています。", "It is recorded that this person has left the partner.";
        why: "進行中の案件と関係を、途切れさせずに引き継ぐ必要があります。", "Deals and relations under way need somebody to go on with them.";
        change: "引き継ぎ先をパートナー企業と確認し、候補の発掘から始めましょう。", "Agree with the partner who takes over, and begin with new candidates.";
    }
    RecognitionOwed {
        title: "称賛を届けたい成果や取り組みがあります", "Something waits to be recognised";
        what: "{achieved}など{count}件に、称賛の記録がまだありません。", "No recognition is recorded yet: {count}, among them {achieved}.";
        why: "小さな達成も一つひとつ認められることが、意欲の支えになります。", "Each small success that is seen keeps drive alive.";
        change: "まず一言「おめでとうございます！」と伝え、チームにも具体的に共有しましょう。", "Congratulate now, and tell the team what exactly was done.";
    }
    RecognitionSlow {
        title: "称賛が届くまでに時間がかかっています", "Recognition comes late";
        what: "最近称賛した{recognised}件のうち{count}件は、{days_wanted}営業日より後に届きました（最長{days}営業日）。", "Of {recognised} recognised lately {count} were later than {days_wanted} business days (at most {days}).";
        why: "称賛は、記憶が新しいうちに届くほど励みになります。", "Recognition encourages most while the memory is fresh.";
        change: "達成を知らせるチャットの場を決め、気づいた人がその日のうちに声をかけましょう。", "Choose a chat in which successes are told, and answer there the same day.";
    }
    RecognitionNarrow {
        title: "称賛が広く届いていません", "Recognition is heard by few";
        what: "最近称賛した{recognised}件のうち{count}件は、「{audience}」まで届いていません。", "Of {recognised} recognised lately {count} did not reach this audience: {audience}.";
        why: "成果が社内で共有されると、周囲への刺激になり、協力も得やすくなります。", "What colleagues hear of encourages them, too, and they help more readily.";
        change: "本人の了解を得て、定例の場や社内報、表彰の場で紹介しましょう。", "With the person's consent, tell it at a meeting, in the company's news, or at an award.";
    }
    EffortUnseen {
        title: "過程や努力への称賛が少なめです", "Effort is seldom praised";
        what: "称賛{recognised}件のうち、途中の工夫や努力に触れたものは{count}件です。", "Of {recognised} recognitions {count} spoke of effort.";
        why: "過程まで具体的に認められると、「きちんと見てもらえている」という実感につながります。", "Praise for the way, not only for the result, shows that somebody looks.";
        change: "勉強会の企画や提案の工夫など、途中の行動を具体的に挙げて称賛しましょう。", "Name what was done on the way: a study session, an idea in a proposal.";
    }
    UnitUnseen {
        title: "サポートメンバーにも称賛を届けたい時期です", "Members of the unit have not been recognised";
        what: "ユニットのサポートメンバー{members}名のうち{count}名に、直近{days}日の称賛が記録されていません。", "Of {members} members of the support unit {count} had no recognition in the last {days} days.";
        why: "支えた人も称賛されると、協力の輪が広がり、キーマンの孤軍奮闘を防げます。", "Where those who help are seen as well, more people help, and the key person does not stand alone.";
        change: "成果を共有するときは、サポートメンバーの工夫も名前を挙げて称賛しましょう。", "When a success is shared, name the members and what each of them contributed.";
    }
    NoGrowthOffer {
        title: "成長やキャリアの提示がまだです", "No growth has been offered yet";
        what: "最初のゲートから{days}営業日が経ちました（目安は{days_wanted}営業日）。成長機会やキャリアの提示は記録されていません。", "{days} business days have gone since the first gate ({days_wanted} are wanted), and no offer of growth is recorded.";
        why: "任命だけでは人は動きにくく、役割の意味づけが当事者意識を支えます。", "An appointment alone moves little; a meaning makes the role one's own.";
        change: "社内第一人者としての認知や昇進の可能性など、道筋を具体的に示しましょう（{remedies}）。", "Show where the role can lead: a name as an expert, a step in the career ({remedies}).";
    }
    MoneyOnly {
        title: "提示が金銭的なインセンティブに偏っています", "Money is all that was offered";
        what: "記録されている提示{count}件は、すべて金銭的なものです。", "All offers recorded are of money: {count}.";
        why: "成長機会や会社からの後押し、仲間からの称賛を組み合わせると、情熱が長続きします。", "Growth, backing and praise beside money keep enthusiasm going for longer.";
        change: "成長機会やキャリアの道筋を、あわせて提示しましょう（{remedies}）。", "Offer growth and a path beside it ({remedies}).";
    }
    AppraisalNoOverlap {
        title: "目標が本人の社内評価につながっていません", "The ladder does not count in the appraisal";
        what: "記録されている評価の基準{count}件のうち、段階的な数値目標と重なるものはありません。", "Criteria of the person's appraisal recorded: {count}; the ladder serves none of them.";
        why: "自分の評価に直結すると分かれば、協働の意欲はさらに高まります。", "Work that counts in one's own appraisal is easier to take on.";
        change: "上司と話し、この役割の成果を評価に加えるか、評価に貢献する目標を選びましょう。", "Talk with the manager: let the role count in the appraisal, or choose targets that do.";
    }
    WeeklyMissed {
        title: "週次ミーティングが続けて開かれていません", "Weekly meetings were missed in a row";
        what: "週次ミーティングが{count}回続けて開かれなかったか、記録されていません。", "{count} weekly meetings in a row were called off or not recorded.";
        why: "短くても途切れない接点が、小さな軌道修正と信頼関係を支えます。", "Short meetings that do not lapse carry small corrections and trust.";
        change: "{minutes}分で終わる形に絞り、朝会か夕会など続けやすい時間帯に組み直しましょう。", "Keep it to {minutes} minutes and move it to a time that is easy to hold, morning or evening.";
    }
    WeeklyOverrun {
        title: "週次ミーティングが長引いています", "Weekly meetings keep running over";
        what: "直近{count}回の週次ミーティングが、いずれも予定の{minutes}分を超えました（最長{longest}分）。", "The last {count} weekly meetings all took more than the planned {minutes} minutes (the longest {longest}).";
        why: "キーマンの所要時間を最小限に抑えることが、続けられる協働につながります。", "What takes little of the key person's time is easy to keep up.";
        change: "一枚のダッシュボードを先に共有し、要因の分析は月次の振り返りに回しましょう。", "Share the one-page dashboard beforehand, and leave analysis to the monthly review.";
    }
    QuarterlyWithoutExecutives {
        title: "四半期レビューに経営層が参加していません", "The quarterly review was held without executives";
        what: "{held_on}の四半期レビューは、経営層の参加なしで行われました。", "The quarterly review of {held_on} took place without executives.";
        why: "戦略レベルの懸念や投資テーマの合意は、経営層がいて初めて形になります。", "Strategy and investment can be agreed only with those who decide them.";
        change: "次の四半期レビューの日程を、経営層の予定から先に決めましょう。", "Set the next quarterly review by the executives' diaries first.";
    }
    NoValley {
        title: "谷の時間が記録されていません", "No valley so far";
        what: "計画した谷の週が{count}週過ぎましたが、学習や充電の時間が記録されていません。", "Planned valley weeks gone by: {count}; no hours of learning or recharging are recorded in them.";
        why: "山と谷を計画的に設けることが、長く走り続けるための日程になります。", "A schedule with peaks and valleys is one that can be kept for long.";
        change: "次の谷の週に、学習や内製化の時間を先に予定として押さえましょう。", "Book hours for learning in the next valley week beforehand.";
    }
    ValleyEaten {
        title: "谷の週が追い込みの時間で埋まりました", "The valley was taken up by pushing";
        what: "{week}からの谷の週は、追い込み{push_hours}時間に対して学習・充電は{recharge_hours}時間でした（目安は{share}以上）。", "In the valley week from {week}, {push_hours} hours were pushing and {recharge_hours} learning or recharging (at least {share} is planned).";
        why: "谷の週が埋まると、次の山に向けた学習と準備の時間がなくなります。", "A valley that fills up leaves no hours to learn and prepare for the next peak.";
        change: "業務時間の配分を上司と見直し、谷の週の案件対応をサポートメンバーと分担しましょう。", "Review the hours with the manager, and share the work of valley weeks with support members.";
    }
    LoadUneven {
        title: "週ごとの稼働時間のばらつきが大きくなっています", "Hours vary much from week to week";
        what: "記録のある{weeks}週で、稼働時間は平均の{share}ほど週ごとに増減しています（目安は{limit}以内）。", "Over {weeks} recorded weeks the hours change from week to week by {share} of their mean (up to {limit} is planned).";
        why: "見通しの立つ配分は、周囲の協力も得やすくします。", "Hours that can be foreseen are easier for others to support.";
        change: "山と谷の計画を関係者と共有し、業務時間の配分をならしましょう。", "Share the plan of peaks and valleys, and spread the hours more evenly.";
    }
    ResponseLate {
        title: "こちらの返答が遅れたメッセージがあります", "We answered late";
        what: "最近のこちらの返答{answers}件のうち{count}件が、{limit_hours}時間を超えました（最長{longest_hours}時間）。", "Of {answers} recent answers from us {count} took more than {limit_hours} hours (the longest {longest_hours}).";
        why: "反応の速さは、そのまま信頼につながります。", "Quick reactions earn trust.";
        change: "こちらの当番と代理を決め、まず一言返す運用にしましょう。", "Settle on our side who answers and who stands in; a first word is enough.";
    }
    ResponseOpen {
        title: "こちらの返答をお待ちの質問があります", "A question waits for our answer";
        what: "お待ちいただいている質問が{count}件あり、うち{past}件は{limit_hours}時間を過ぎました。", "Questions waiting for us: {count}; of them past {limit_hours} hours: {past}.";
        why: "相談に迅速に反応することが、安心して動ける土台になります。", "Who gets a quick answer can go on with confidence.";
        change: "回答がまだでも、いつまでに答えるかを今日中に一言伝えましょう。", "Answer today, if only to say by when the answer comes.";
    }
    QuietThread {
        title: "やり取りが静かになっているスレッドがあります", "A thread has gone quiet";
        what: "こちらから送ったまま止まっているスレッドが{count}件あります（最も古いもので{days}営業日）。", "Threads in which our message was the last: {count} (the oldest {days} business days ago).";
        why: "お忙しいときには、別の連絡手段のほうが合うことがあります。", "In a busy week another channel may suit better.";
        change: "電話や週次ミーティングなど、相手の都合に合う連絡手段を提案しましょう。", "Offer a call, or bring it to the weekly meeting.";
    }
    FeedbackUnanswered {
        title: "回答をお待ちのフィードバックがあります", "Feedback waits for an answer";
        what: "計画も理由もまだ返していないフィードバックが{count}件あります（{feedback}）。うち期限を過ぎたものは{past}件です。", "Feedback without a plan or a reason: {count} ({feedback}); past its day: {past}.";
        why: "小さな声にも応えることで、「自分の声が届いている」と感じていただけます。", "Whoever gets an answer knows that the word arrived.";
        change: "翌営業日までに、次の実行計画か見送る理由を共有しましょう。", "Share a plan, or the reason against it, by the next business day.";
    }
    FeedbackLate {
        title: "翌営業日より後に回答したフィードバックがあります", "Feedback was answered after the next business day";
        what: "最近の回答のうち、翌営業日を過ぎたものが{count}件あります（{feedback}）。", "Answered lately, but after the next business day: {count} ({feedback}).";
        why: "行動から報告までのサイクルが速いほど、協働のリズムが生まれます。", "The quicker the answer, the better the rhythm of working together.";
        change: "フィードバックを受けた時点で、こちらの担当者と期限を決めましょう。", "Name somebody on our side, and a day, as soon as feedback comes in.";
    }
    FeedbackUnverified {
        title: "定例で結果を確認していないフィードバックがあります", "What came of feedback was not checked";
        what: "実行計画の後に定例ミーティングがありましたが、結果の確認が記録されていないものが{count}件あります（{feedback}）。", "A regular meeting was held since the plan, and no check is recorded: {count} ({feedback}).";
        why: "結果をチームで確かめることで、改善が確かなものになります。", "A result looked at together is an improvement that lasts.";
        change: "次回の定例ミーティングの議題に加え、チーム全体で結果を確認しましょう。", "Put it on the agenda of the next regular meeting, and look at the result together.";
    }
    NewsIndividualFirst {
        title: "個人への共有がオープンな共有より先になっています", "News went to one person before everybody";
        what: "個人への共有が先になった情報が{count}件あります（「{topic}」など）。うち全体への共有がまだのものは{missing}件です。", "News told to one person first: {count}, among it “{topic}”; everybody still waits for: {missing}.";
        why: "情報格差を作らないことが、信頼の維持に直結します。", "Trust lasts where nobody knows less than others.";
        change: "まだの情報は今日のうちに全体へ共有し、次からは「オープン→個人」の順で伝えましょう。", "Tell everybody now what is not told yet; from now on openly first, individually second.";
    }
    FirstWinNear {
        title: "初受注が近づいています", "The first order is near";
        what: "進行中の{open}件のうち上位{count}件で、{within}日以内に1件以上受注する確率は{odds}です（先頭は「{deal}」）。", "Among the {open} open deals the first {count} give odds of {odds} for an order within {within} days (the first is “{deal}”).";
        why: "最初に生まれた成功事例は、周囲にとって最大の動機付けになります。", "The first success moves others more than anything else.";
        change: "この{count}件に時間と支援を集め、勝ち筋を早く一つ確かめましょう。", "Gather time and support around these {count}, and prove one way to win.";
    }
    NarrowScope {
        title: "スコープを絞ると、最初の成功に近づけます", "A narrower scope brings the first success nearer";
        what: "進行中の案件が{open}件あります。上位{count}件に絞っても、{within}日以内に受注する確率は{odds}です。", "{open} deals are open, and the first {count} of them give odds of {odds} for an order within {within} days.";
        why: "立ち上げ期は、広く追うより、勝ち筋を一つでも早く見つけることが力になります。", "At the beginning one early way to win is worth more than a wide field.";
        change: "先に進める{count}件をキーマンと決め（候補は「{deal}」など）、共同レビューを集中させましょう。", "Choose {count} deals together with the key person (“{deal}” for one), and review those jointly.";
    }
    ReplicateNow {
        title: "成功を横展開できる見込み客があります", "A success can be repeated";
        what: "受注案件と条件の似た見込み客が{count}件あります。「{deal}」は受注案件「{like}」に近く、受注の見込みは{chance}です。横展開の記録はまだありません。", "Open prospects like the deals won: {count}. “{deal}” is near “{like}”, with a chance of {chance}. No repetition is on record.";
        why: "成果が出た直後に同じアプローチを試すほど、再現性のあるモデルケースになります。", "A success that is repeated at once becomes a model for others.";
        change: "受注案件の進め方を共有し、似た見込み客に同じアプローチを試す時間を確保しましょう。", "Share how the deal was won, and make time to try the same with prospects like it.";
    }
    StoryOwed {
        title: "まだ配布されていない成功事例があります", "A success is not written down yet";
        what: "受注から{days_wanted}営業日を過ぎても事例の配布が記録されていない案件が{count}件あります（{deals}）。", "Wins without a story {days_wanted} business days later: {count} ({deals}).";
        why: "成功事例は、配れば配るほど他のメンバーの糧になります。", "The more people have the story, the more of them try.";
        change: "ケーススタディの下書きを使って短い取材記事にまとめ、関係者全員に配布しましょう。", "Turn the draft of the case study into a short article, and hand it to everybody concerned.";
    }
    ResponseWeekday {
        title: "{about}の質問は返答までに時間がかかっています", "Questions of a {about} are answered later";
        what: "{about}にこちらから送った質問{count}件のうち、{limit_hours}時間以内に返答があったのは{in_time}件です（ほかの曜日は{rest}件中{rest_in_time}件、差がある確率{probability}）。", "Of {count} questions that we asked on a {about}, {in_time} were answered within {limit_hours} hours; on other days {rest_in_time} of {rest} (probability of a difference {probability}).";
        why: "曜日ごとの予定に合わせると、やり取りが早く進みます。", "A question that fits the week is answered sooner.";
        change: "急ぎの相談は{earlier}送るか、週次ミーティングや電話など別の連絡手段で伝えましょう。", "Ask {earlier}, or bring it to the weekly meeting or a call.";
    }
    LoopTurned {
        title: "循環が一巡しました", "The loop has turned";
        what: "「候補発掘→経営陣承認→役割明確化→成果共有」の循環が、通算{count}回まわりました。", "Found, approved, role made clear, results shared: turns completed so far: {count}.";
        why: "循環を回すほど、キーマン個人の知見がパートナー企業全体に横展開され、標準化が進みます。", "With each turn one person's know-how spreads through the partner and becomes standard.";
        change: "関係者への感謝を伝え、共有した勝ち筋とともに次の候補の発掘を始めましょう。", "Thank everybody who took part, and begin to find the next candidate with what was learned.";
    }
    LoopWaiting {
        title: "社内で共有できる成果が待っています", "Results wait to be shared";
        what: "役割が明確になってからの成果{count}件が、まだ社内に共有されていません（最初の成果から{days}営業日、目安は{days_wanted}営業日）。", "Results since the role was made clear that nobody has shared yet: {count} (the first {days} business days ago; {days_wanted} are wanted).";
        why: "成果が共有されてはじめて循環が一巡し、成功体験が周囲への刺激になります。", "The loop turns only once results are shared; then they encourage others.";
        change: "簡潔な取材記事やケーススタディにまとめ、定例の場や社内報でチームに共有しましょう。", "Write a short article or case study, and share it with the team at a meeting or in the company's news.";
    }
    OverrideInForce {
        title: "{about}は人の判断で指定されています", "{about} was set by somebody";
        what: "{by}の判断により、{about}を{stated}として扱っています（理由：{reason}、期限：{expires}）。記録からの推定は{evidence}です。{set_aside}{contested}", "{by} set it to {stated} until {expires} (“{reason}”). The evidence says: {evidence}.{set_aside}{contested}";
        why: "指定された値は、期限まで適合度・ミスマッチ・準備状況の判断に使われます。", "Until then fit, mismatches and readiness follow the value that was set.";
        change: "判断の根拠を事実として記録し、期限までに記録からの推定へ引き継ぎましょう。", "Record the facts behind it, so that the evidence can take over by then.";
    }
    OverrideExpiring {
        title: "{about}の指定がまもなく期限を迎えます", "What was set for {about} ends soon";
        what: "{by}による指定（{stated}）は{expires}までです（残り{days}日）。期限を過ぎると、記録からの推定（{evidence}）に戻ります。", "{by} set it to {stated} until {expires}: {days} days left. After that the evidence counts again: {evidence}.";
        why: "期限が来ると数字が動きます。前もって分かっていれば、関係者が慌てずに済みます。", "The numbers will move then, and nobody should be taken by surprise.";
        change: "期限までに根拠となる事実を確かめて記録するか、理由と期限を添えて指定し直しましょう。", "Check the facts and record them, or set it again with a reason and a last day.";
    }
    OverrideExpired {
        title: "{about}の指定は期限を迎えました", "What was set for {about} has ended";
        what: "{by}による指定（{stated}、理由：{reason}）は{expires}で終わり、記録からの推定（{evidence}）に戻りました。", "{by} had set it to {stated} until {expires} (“{reason}”). The evidence counts again: {evidence}.";
        why: "数字が動いた理由を、誰でもたどれるようにするためです。", "Everybody should see why the numbers moved.";
        change: "状況が変わっていなければ、事実を記録するか、理由と期限を添えて指定し直しましょう。", "Where things are as they were, record the facts, or set it again with a reason and a last day.";
    }
    LoadOnOne {
        title: "活動が一人に集中しています", "The work rests on one person";
        what: "直近{days}日に記録された活動{things}件のうち{count}件（{share}）を、本人が担っています（ほかに{colleagues}名が在籍）。", "Of {things} things recorded in the last {days} days, {count} ({share}) are this person's; colleagues known: {colleagues}.";
        why: "負担が一人に集中すると孤軍奮闘になり、活動も知見も社内に広がりにくくなります。", "Work that rests on one person waits whenever that person is busy, and others do not learn it.";
        change: "サポートメンバーとユニットを組み、次の商談から同僚と分担しましょう。", "Form a unit with support members, and share the next deals with colleagues.";
    }
    Isolated {
        title: "孤軍奮闘の状態になっています", "Nobody stands beside the person";
        what: "直近{days}日、同僚との協働・相談、共同の商談、ベンダーとの共同レビューの記録がなく、サポートメンバーもいません。", "No support member, and in the last {days} days nobody worked with the person, asked or was asked, shared a deal or reviewed one.";
        why: "支援チャネルと社内の協力体制の両輪が、キーマンの孤立を防ぐ鍵になります。", "Support from the vendor and help from colleagues together keep a key person from standing alone.";
        change: "共同レビューの場を設け、上司と相談してサポートメンバーを決めましょう。", "Arrange a joint review, and agree support members with the manager.";
    }
    NoSuccessor {
        title: "後任候補がまだ見えていません", "No successor in sight";
        what: "特性が分かっている同僚は{known}名で、適任と見込める方はまだいません。進行中の案件{open}件のうち、本人だけが関わるものは{deals}件です。", "Colleagues whose traits are known: {known}; none of them can be expected to fit yet. Of {open} open deals {deals} rest on this person alone.";
        why: "知見が横展開され標準化が進むほど、パートナー企業全体の力になります。", "What only one person knows how to do is not yet the partner's own.";
        change: "勉強会や商談への同席を通じて同僚を育て、候補発掘を続けましょう。", "Let colleagues come to deals and study sessions, and keep looking for candidates.";
    }
    KnowHowSpreading {
        title: "知見が同僚に広がっています", "Know-how is spreading";
        what: "直近{days}日に、新たに{count}名の同僚が活動を始めました。", "Colleagues newly active in the last {days} days: {count}.";
        why: "キーマン個人の成長で得た知見が横展開されることで、標準化が進みます。", "What one person learned becomes what the company can do.";
        change: "広げた本人と、動き出した同僚の双方を社内で称賛し、やり方を共有しましょう。", "Praise both the person and the colleagues in the company, and share how it was done.";
    }
    SupportOwed {
        title: "ベンダーからの支援が待たれています", "Support from us is awaited";
        what: "共同レビューを待つ案件は{count}件（{deals}）、実施時期を過ぎた定期トレーニングは{training}件です。うち期限を過ぎたものは合わせて{past}件です。", "Deals waiting for a joint review: {count} ({deals}); regular training past its day: {training}; past the day altogether: {past}.";
        why: "定期的な技術支援と共同商談のレビューが、成功体験の積み重ねを支えます。", "Regular technical support and joint reviews are what successes are built on.";
        change: "こちらの担当者を決め、今週のうちに日程を提案しましょう。", "Name somebody on our side and offer a date this week.";
    }
    WheelStill {
        title: "両輪の一方が止まっています：{about}", "One of the two wheels stands still: {about}";
        what: "直近{days}日、「{about}」の記録がありません（最後の記録は{last}）。", "Nothing of it was recorded in the last {days} days (last on {last}).";
        why: "ベンダー側の育成支援とパートナー企業内の協力体制は、両輪がそろって前に進みます。", "The vendor's support and the partner's co-operation move things only together.";
        change: "{wheel_change}", "{wheel_change}";
    }
}
