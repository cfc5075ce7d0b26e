// Words beside a number that make it some other number than one of an immigration agency.

/** A word that names a number, just before it. */
function named(words: string): RegExp {
  const sign = '(?:[ .]{0,2}(?:no|num|number|numero|nro|nos|id))?';
  return new RegExp(`(?<![a-z])(?:${words})${sign}[\\s.:#-]{0,4}$`);
}

const THINGS =
  'case|cases|docket|plate|plates|placa|reg|registration|incident|report|serial|serie|serienummer|ser|sn|s\\/n|n\\/s|model|modelo|invoice|receipt|tag|bag|item|lot|unit|locker|evidence|exhibit|imei|vin|account|acct|tracking|ticket|phone|tel|cell|call|policy|claim|part|asset|po|batch|meter|pole|hydrant|mold|mould|frame|raffle|rifa|peca|patrimonio|waybill|guia|slip|barcode|upc|sku|flight|gate|seal|property|badge';
/** What the police and the courts number: none of these numbers is an A and nine digits that begin with a zero. */
const ACTS = 'order|citation|warrant|permit|license|licence|lic|dl|oln|sid|booking|arrest';
/** What has an A and eight digits, but hardly nine. */
const SHORT =
  'lab|labs|laboratory|sample|specimen|swab|mrn|patient|chart|record|encounter|accession|rx|prescription|script|refill|pistol|handgun|gun|firearm|weapon|revolver|rifle|shotgun|carbine|glock|taurus|ruger|beretta|magazine|photo|photos|image|video|clip|shift|squad|platoon|section|group|team|check|cheque|control|confirmation|reference|ref|log|entry|page|form|box|crate|pallet|container|shipment|package|parcel|engine|motor|chassis|hull|trailer|bike|bicycle|frame|tool|battery|key|fob|library card|gift card|bus card|fishing card|member|membership|employee|student|customer|client|coupon|voucher|laboratorio|muestra|amostra|expediente|historia|historial|prontuario|receta|receita|pistola|arma|fusil|fuzil|escopeta|espingarda|foto|fotos|imagen|imagem|turno|grupo|seccion|secao|control|controle|chasis|chassi|quadro|cuadro|cheque|folio|ficha|caja|caixa|recibo|pedido|factura|fatura|poliza|apolice|cliente|paciente|carteirinha|tarjeta de biblioteca|cartao da biblioteca';
export const OTHER_NUMBER = named(`${THINGS}|${ACTS}`);
export const OTHER_ZERO = named(THINGS);
export const OTHER_SHORT = named(`${THINGS}|${ACTS}|${SHORT}`);
export const THING_BEFORE = named(
  'part|model|yodo|iodo|iodine|seat|assento|asiento|aisle|row|fila|locker|grid|freq|cam|camera|ibanez|peterson|bose|sku|item|slip|dock|pier|berth|rm|room|suite|shelf|bin|serial|mold|mould|raffle|rifa|vaga|sala|nozzle|filter|bolt|gasket|exhibit|g-shock|casio|relay|ballast|router|outboard|panel|printer|impresora|impressora|copier|toner|hydrant|hidrante|apt|cuarto|salon|camarote|box|lot|cart|hoist|invoice|modelo|serie|impresa en la|impreso en la|copias en la|impressa na',
);
export const THING_AFTER =
  /^[\s-]{1,2}(?:exit \d{1,3}|(?:de la|da) moto|bearing|pedal|lbs?|rifle|pellet|carbine|upper|lower|receiver|pistol|guitar|bracket|beam|joist|for graves|therapy|treatment|uptake|dose|ablation|desktop|router|watch|drum|drone|dirt bike|dash cam(?:era)?|nozzle|panel)(?![a-z])/;

export const HOSPITAL =
  /(?<![a-z])(?:hospital|patient|paciente|medical|clinic|clinica|er|ed|icu|nurse|triage|mrn|discharged?|ambulance|surgery|encounter)(?![a-z])/;
export const PAYMENT =
  /(?<![a-z])(?:declined|debit|credit|credito|debito|prepaid|charged|approved|swiped|purchase|transaction|cardholder|mastercard|amex|recusad[oa]|rechazad[oa])(?![a-z])/;
/** I-131 and I-129 are kinds of iodine as well. */
export const IODINE =
  /(?<![a-z])(?:radioa[ck]?tiv[a-z]*|thyroid|tiroides|tireoide|levothyroxine|levotiroxina|iodine|iodo|yodo|mci|gbq|dosimeter|radiation|radiacion|radiacao)(?![a-z])/;
